package org.lottrace.gs1.internal.scan;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentencesTest {
    static Stream<String> words() throws IOException {
        try (InputStream lint = SentencesTest.class.getResourceAsStream("/org/lottrace/gs1/internal/lint.tsv")) {
            List<String> lines = new String(lint.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
            return lines.stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t")[2])
                    .filter(word -> !word.equals("OK") && !word.equals("GCP_DATASOURCE_OFFLINE"))
                    .distinct();
        }
    }

    @ParameterizedTest
    @MethodSource("words")
    void every_word_of_gs1_has_a_sentence(String rule) {
        assertFalse(Sentences.of(rule, "x", "y").isBlank());
    }
}
