package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the smallest heap that LotTrace is started with, and with the limit that stands in its configuration. */
class LargeFileIT {
    private static final int LIMIT_MEGABYTES = 5;

    @TempDir
    Path folder;

    @Test
    void an_856_of_50_megabytes_is_set_aside_in_a_sentence_and_the_next_file_is_taken() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFile.class.getName(),
                        folder.toString(),
                        String.valueOf(LIMIT_MEGABYTES))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), output);
        List.of(
                        "INBOUND REJECTED [] a-large.edi",
                        "INBOUND ACCEPTED [856] b-usual.edi",
                        "FILE_TOO_LARGE",
                        "bytes and was not read; at most " + LIMIT_MEGABYTES * 1024 * 1024 + " are")
                .forEach(part -> assertTrue(output.contains(part), output));
    }
}
