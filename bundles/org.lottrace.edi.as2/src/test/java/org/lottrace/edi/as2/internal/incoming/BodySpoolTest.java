package org.lottrace.edi.as2.internal.incoming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A body has a size and a time. */
class BodySpoolTest {
    private static final int PIECE = 64 * 1024;

    @TempDir
    Path folder;

    private final AtomicLong now = new AtomicLong();

    private int write(InputStream body, long most) throws IOException {
        return new BodySpool(100, () -> now.getAndAdd(60)).write(body, folder.resolve("body"), most);
    }

    @Test
    void what_is_neither_too_large_nor_too_slow_is_written() throws Exception {
        assertEquals(0, write(new ByteArrayInputStream(new byte[PIECE]), PIECE));
        assertEquals(PIECE, Files.size(folder.resolve("body")));
    }

    @Test
    void what_is_larger_is_refused() throws Exception {
        assertEquals(413, write(new ByteArrayInputStream(new byte[PIECE + 1]), PIECE));
    }

    @Test
    void what_comes_too_slowly_is_refused() throws Exception {
        assertEquals(408, write(new ByteArrayInputStream(new byte[2 * PIECE]), 10 * PIECE));
    }

    @Test
    void who_goes_is_told_from_a_disk_that_fails() {
        InputStream gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };

        assertThrows(BodySpool.CutOffException.class, () -> write(gone, 10));
    }
}
