package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the limit that stands in the configuration, and with one that lets the file in: it has a single set, and nobody's is so large. */
class LargeFileIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | FILE_TOO_LARGE | bytes and was not read; at most 5242880 are",
                "60 | FILE_HOLDS_TOO_MUCH | more than 436906 segments in one transaction set"
            })
    void an_856_of_50_megabytes_is_set_aside_in_a_sentence_and_the_next_file_is_taken(
            int limit, String code, String message) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeFile.class.getName(),
                        folder.toString(),
                        String.valueOf(limit))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), output);
        List.of("INBOUND REJECTED [] a-large.edi", "INBOUND ACCEPTED [856] b-usual.edi", code, message)
                .forEach(part -> assertTrue(output.contains(part), output));
    }
}
