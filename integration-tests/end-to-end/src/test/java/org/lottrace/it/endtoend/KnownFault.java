package org.lottrace.it.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of {@code known-faults.txt}.
 *
 * @param name group and artifact
 * @param first version that has it; - for all
 * @param fixed first version that has it no more
 * @param why it does not matter here; empty when it does
 */
record KnownFault(String name, String first, String fixed, String advisory, String what, String why) {
    private static final int COLUMNS = 6;

    static List<KnownFault> all() {
        try (InputStream list = KnownFault.class.getResourceAsStream("known-faults.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(KnownFault::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownFault of(String line) {
        String[] columns = Stream.of(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        if (columns.length != COLUMNS) {
            throw new IllegalArgumentException("not " + COLUMNS + " columns: " + line);
        }
        return new KnownFault(columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]);
    }

    boolean has(Library library) {
        return library.name().equals(name)
                && (first.equals("-") || compare(library.version(), first) >= 0)
                && compare(library.version(), fixed) < 0;
    }

    /** By their numbers; what is behind a hyphen says for whom a version is and not how new. */
    private static int compare(String one, String other) {
        return Arrays.compare(numbers(one), numbers(other));
    }

    private static int[] numbers(String version) {
        return Stream.of(version.split("-")[0].split("\\."))
                .filter(part -> part.matches("[0-9]+"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    @Override
    public String toString() {
        return advisory + ", " + what + "; take " + fixed + " or later";
    }
}
