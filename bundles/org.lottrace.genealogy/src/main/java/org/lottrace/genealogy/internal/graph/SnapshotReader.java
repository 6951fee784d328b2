package org.lottrace.genealogy.internal.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Reads what {@link SnapshotWriter} wrote. Nothing is taken for what it seems to be before the checksum is right. */
final class SnapshotReader {
    private static final int CHECKSUM = 8;

    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18).flip();

    /** @throws IOException if the checksum at the end is not that of everything before */
    SnapshotReader(FileChannel channel) throws IOException {
        this.channel = channel;
        CRC32C checksum = new CRC32C();
        for (long left = channel.size() - CHECKSUM; left > 0; ) {
            need(1);
            ByteBuffer part = buffer.slice().limit((int) Math.min(buffer.remaining(), left));
            left -= part.remaining();
            buffer.position(buffer.position() + part.remaining());
            checksum.update(part);
        }
        if (number() != checksum.getValue()) {
            throw new IOException("it is damaged: its checksum is wrong");
        }
        channel.position(0);
        buffer.clear().flip();
    }

    long number() throws IOException {
        need(Long.BYTES);
        return buffer.getLong();
    }

    String text() throws IOException {
        return new String(bytes(), UTF_8);
    }

    byte[] bytes() throws IOException {
        byte[] bytes = new byte[(int) number()];
        for (int done = 0; done < bytes.length; ) {
            need(1);
            int step = Math.min(buffer.remaining(), bytes.length - done);
            buffer.get(bytes, done, step);
            done += step;
        }
        return bytes;
    }

    int[] ints() throws IOException {
        int[] column = new int[(int) number()];
        for (int done = 0; done < column.length; ) {
            need(Integer.BYTES);
            int step = Math.min(buffer.remaining() / Integer.BYTES, column.length - done);
            buffer.asIntBuffer().get(column, done, step);
            buffer.position(buffer.position() + step * Integer.BYTES);
            done += step;
        }
        return column;
    }

    long[] longs() throws IOException {
        long[] column = new long[(int) number()];
        for (int i = 0; i < column.length; i++) {
            column[i] = number();
        }
        return column;
    }

    /** Fills the buffer when it holds less than that many bytes. */
    private void need(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            while (buffer.position() < bytes) {
                if (channel.read(buffer) < 0) {
                    throw new EOFException("it ends too early");
                }
            }
            buffer.flip();
        }
    }
}
