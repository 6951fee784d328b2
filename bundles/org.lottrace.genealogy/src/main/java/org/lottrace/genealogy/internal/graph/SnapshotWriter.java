package org.lottrace.genealogy.internal.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.zip.CRC32C;

/** Writes numbers, texts and columns one behind the other and adds them up in a checksum. Big-endian. */
final class SnapshotWriter {
    private final WritableByteChannel channel;
    private final CRC32C checksum = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);

    SnapshotWriter(WritableByteChannel channel) {
        this.channel = channel;
    }

    void number(long number) throws IOException {
        room(8);
        buffer.putLong(number);
    }

    void text(String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        bytes(bytes, bytes.length);
    }

    void bytes(byte[] bytes, int length) throws IOException {
        number(length);
        for (int done = 0; done < length; ) {
            room(1);
            int step = Math.min(buffer.remaining(), length - done);
            buffer.put(bytes, done, step);
            done += step;
        }
    }

    void ints(int[] column, int length) throws IOException {
        number(length);
        for (int done = 0; done < length; ) {
            room(4);
            int step = Math.min(buffer.remaining() / 4, length - done);
            buffer.asIntBuffer().put(column, done, step);
            buffer.position(buffer.position() + step * 4);
            done += step;
        }
    }

    void longs(long[] column, int length) throws IOException {
        number(length);
        for (int i = 0; i < length; i++) {
            number(column[i]);
        }
    }

    /** Ends the file with the checksum of everything before. */
    void end() throws IOException {
        flush();
        buffer.putLong(checksum.getValue());
        flush();
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }
}
