package org.lottrace.gs1.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Test vectors of GS1, from a file beside the test. */
final class Vectors {
    private static final Pattern CHARACTER = Pattern.compile("\\\\u([0-9a-f]{4})");

    private Vectors() {}

    /** @return the fields of each vector; a field that is missing at the end is empty */
    static List<List<String>> of(String file, int fields) throws IOException {
        try (InputStream in = Vectors.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.asList(Arrays.copyOf(line.split("\t", -1), fields)))
                    .map(vector -> vector.stream()
                            .map(field -> field == null ? "" : unescaped(field))
                            .toList())
                    .toList();
        }
    }

    private static String unescaped(String field) {
        return CHARACTER.matcher(field).replaceAll(Vectors::character);
    }

    private static String character(MatchResult escape) {
        String character = String.valueOf((char) Integer.parseInt(escape.group(1), 16));
        return character.equals("\\") || character.equals("$") ? "\\" + character : character;
    }
}
