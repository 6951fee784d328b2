package org.lottrace.edi.sftp.internal.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** Writes one byte at a time, as a system may. */
final class PieceChannel extends FileChannel {
    private final FileChannel file;

    PieceChannel(FileChannel file) {
        this.file = file;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return file.write(ByteBuffer.wrap(new byte[] {bytes.get()}));
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
        file.force(metaData);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public int read(ByteBuffer bytes) {
        throw new AssertionError();
    }

    @Override
    public long read(ByteBuffer[] bytes, int offset, int length) {
        throw new AssertionError();
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) {
        throw new AssertionError();
    }

    @Override
    public FileChannel truncate(long size) {
        throw new AssertionError();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new AssertionError();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new AssertionError();
    }

    @Override
    public int read(ByteBuffer bytes, long position) {
        throw new AssertionError();
    }

    @Override
    public int write(ByteBuffer bytes, long position) {
        throw new AssertionError();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new AssertionError();
    }

    @Override
    public FileLock lock(long position, long size, boolean isShared) {
        throw new AssertionError();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean isShared) {
        throw new AssertionError();
    }
}
