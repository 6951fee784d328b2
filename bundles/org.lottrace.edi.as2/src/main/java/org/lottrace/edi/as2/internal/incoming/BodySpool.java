package org.lottrace.edi.as2.internal.incoming;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Writes a body to the disk while it comes, in pieces, no more of it than allowed and no longer. */
final class BodySpool {
    private static final int PIECE = 64 * 1024;

    private final long longest;
    private final LongSupplier nanoTime;

    /** @param longest nanoseconds in which a body must have come */
    BodySpool(long longest, LongSupplier nanoTime) {
        this.longest = longest;
        this.nanoTime = nanoTime;
    }

    /** @return 0, or with which status the body is refused */
    int write(InputStream body, Path target, long most) throws IOException {
        long start = nanoTime.getAsLong();
        long read = 0;
        byte[] piece = new byte[PIECE];
        try (OutputStream file = Files.newOutputStream(target)) {
            for (int count = read(body, piece); count >= 0; count = read(body, piece)) {
                read += count;
                if (read > most) {
                    return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
                }
                if (nanoTime.getAsLong() - start > longest) {
                    return HttpServletResponse.SC_REQUEST_TIMEOUT;
                }
                file.write(piece, 0, count);
            }
        }
        return 0;
    }

    private static int read(InputStream body, byte[] piece) throws CutOffException {
        try {
            return body.read(piece);
        } catch (IOException e) {
            throw new CutOffException(e);
        }
    }

    /** Whoever sends has gone before the end. */
    static final class CutOffException extends IOException {
        private static final long serialVersionUID = 1L;

        CutOffException(IOException cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }
}
