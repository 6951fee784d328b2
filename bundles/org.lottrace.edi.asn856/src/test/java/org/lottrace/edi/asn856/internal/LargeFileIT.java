package org.lottrace.edi.asn856.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lottrace.persistence.testing.EmbeddedPostgresql;

/**
 * How much memory a large file needs, with a process of its own: by default a fifth of the size in a fifth of the heap. All of it with
 * {@code -Dlarge.megabytes=50 -Dlarge.heap=256m}.
 */
class LargeFileIT {
    private static final int MEGABYTES = Integer.getInteger("large.megabytes", 10);
    private static final String HEAP = System.getProperty("large.heap", "112m");

    private static final int ONE_SET = Integer.getInteger("large.set.megabytes", 10);
    private static final String ONE_SET_HEAP = System.getProperty("large.set.heap", "96m");
    private static final int LINES_OF_A_MEGABYTE = 4300;

    @TempDir
    Path folder;

    @Test
    void a_large_file_of_many_ship_notices_is_stored_comes_again_and_is_replaced_within_a_small_heap()
            throws Exception {
        assertTaken(MEGABYTES, HEAP, 48);
    }

    /** The whole of it: {@code -Dlarge.set.megabytes=50 -Dlarge.set.heap=256m}. */
    @Test
    void one_large_ship_notice_is_stored_comes_again_and_is_replaced_within_a_small_heap() throws Exception {
        assertTaken(ONE_SET, ONE_SET_HEAP, LINES_OF_A_MEGABYTE * ONE_SET);
    }

    private void assertTaken(int megabytes, String heap, int lines) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFile.class.getName(),
                        folder.toString(),
                        EmbeddedPostgresql.newDatabase("large_file"),
                        String.valueOf(megabytes),
                        String.valueOf(lines))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), output);
        for (String file : List.of("large.edi", "again.edi", "replaced.edi")) {
            assertTrue(output.contains(file + " ACCEPTED "), output);
        }
    }
}
