package org.lottrace.edi.as2.internal.mime;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Some bytes of a file. Messages lie on the disk and are read in pieces: none of them is ever in memory as a whole.
 *
 * @param from first byte
 * @param to behind the last byte
 */
public record Slice(Path file, long from, long to) {
    private static final int BUFFER = 64 * 1024;

    /** @return the whole file */
    public static Slice of(Path file) throws IOException {
        return new Slice(file, 0, Files.size(file));
    }

    public long size() {
        return to - from;
    }

    /** @return buffered; to be closed */
    public InputStream open() throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            bytes.skipNBytes(from);
            return new BufferedInputStream(new Ending(bytes, size()), BUFFER);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    public void copyTo(OutputStream target) throws IOException {
        try (InputStream bytes = open()) {
            bytes.transferTo(target);
        }
    }

    /** @throws MalformedMessageException if there are more than so many */
    public byte[] bytes(int most, String what) throws IOException {
        if (size() > most) {
            throw new MalformedMessageException(what + " has " + size() + " bytes, and " + most + " are allowed");
        }
        try (InputStream bytes = open()) {
            return bytes.readAllBytes();
        }
    }

    /** Ends where the slice does. */
    private static final class Ending extends FilterInputStream {
        private long left;

        Ending(InputStream bytes, long left) {
            super(bytes);
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            int read = left > 0 ? super.read() : -1;
            left -= read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = left > 0 ? super.read(target, offset, (int) Math.min(length, left)) : -1;
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long n) throws IOException {
            long skipped = super.skip(Math.min(n, left));
            left -= skipped;
            return skipped;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(super.available(), left);
        }
    }
}
