package org.lottrace.console.web.internal.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sentences of health checks and of the check of the record in German. They come as English texts, because Felix Health Checks knows no
 * others: each is told by its words, and what stands between them goes over as it is.
 */
public final class Sentences {
    private static final String FILE = "/org/lottrace/console/web/texts/sentences_de.txt";
    private static final String GAP = "{}";

    /** The longest first: it says most of what it is about. */
    private static final List<Sentence> GERMAN = read();

    private record Sentence(String english, Pattern pattern, String german) {}

    private Sentences() {}

    /** @return the same in German; empty when nobody has translated it */
    public static Optional<String> inGerman(String english) {
        for (Sentence sentence : GERMAN) {
            Matcher said = sentence.pattern().matcher(english);
            if (said.matches()) {
                return Optional.of(filled(sentence.german(), said));
            }
        }
        return Optional.empty();
    }

    /** @return the German sentence of each English one; a gap in both is {@code {}} */
    static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        GERMAN.forEach(sentence -> all.put(sentence.english(), sentence.german()));
        return all;
    }

    private static String filled(String german, Matcher said) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int gap = 1; gap <= said.groupCount(); gap++) {
            int at = german.indexOf(GAP, from);
            text.append(german, from, at).append(said.group(gap));
            from = at + GAP.length();
        }
        return text.append(german.substring(from)).toString();
    }

    private static List<Sentence> read() {
        List<String> lines;
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Sentences.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            lines = file.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        List<Sentence> sentences = new ArrayList<>();
        for (int line = 0; line + 1 < lines.size(); line += 2) {
            sentences.add(new Sentence(lines.get(line), pattern(lines.get(line)), lines.get(line + 1)));
        }
        sentences.sort((one, other) -> words(other.english()) - words(one.english()));
        return List.copyOf(sentences);
    }

    private static int words(String english) {
        return english.replace(GAP, "").length();
    }

    private static Pattern pattern(String english) {
        return Pattern.compile(
                List.of(english.split("\\{}", -1)).stream().map(Pattern::quote).collect(Collectors.joining("(.*?)")),
                Pattern.DOTALL);
    }
}
