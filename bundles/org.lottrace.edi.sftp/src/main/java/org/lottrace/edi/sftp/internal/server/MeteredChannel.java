package org.lottrace.edi.sftp.internal.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that a partner writes. It asks before each write whether so much may be written; what has become too large is deleted when
 * it is closed, because half of a file is of no use and would keep the quota used up. It is closed also when the session breaks off.
 */
final class MeteredChannel implements SeekableByteChannel {
    private static final Logger LOG = LoggerFactory.getLogger(MeteredChannel.class);

    private final FileChannel channel;
    private final Jail jail;
    private final Path file;
    private final boolean isAppending;
    private long end;
    private boolean isTooLarge;

    MeteredChannel(FileChannel channel, Jail jail, Path file, boolean isAppending) throws IOException {
        this.channel = channel;
        this.jail = jail;
        this.file = file;
        this.isAppending = isAppending;
        this.end = channel.size();
    }

    @Override
    public synchronized int write(ByteBuffer bytes) throws IOException {
        long newEnd = (isAppending ? channel.size() : channel.position()) + bytes.remaining();
        try {
            jail.grow(file, newEnd, Math.max(0, newEnd - end));
        } catch (IOException tooMuch) {
            isTooLarge = true;
            throw tooMuch;
        }
        end = Math.max(end, newEnd);
        return channel.write(bytes);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return channel.read(bytes);
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        channel.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        channel.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public synchronized void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        try {
            // the partner deletes its own when it is told that all went well
            channel.force(true);
        } finally {
            channel.close();
            if (isTooLarge) {
                Files.deleteIfExists(file);
                LOG.warn("a file of a partner was too large, or its folder full, and is deleted file={}", file);
            }
            jail.endWriting(file);
        }
    }
}
