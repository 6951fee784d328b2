package org.lottrace.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table {@code rings.txt}. */
final class Rings {
    /** What only re-bundles a library has no ring. */
    static final String LIBRARIES = "org.lottrace.lib.";

    /** Adapters to one particular ERP; there may be any number. */
    private static final String HOSTS = "org.lottrace.host.";

    private static final int HOST_RING = 3;

    /** Stands in the table for the root package of a bundle. */
    private static final String ROOT = ".";

    private static final Map<String, Row> ROWS = read();

    private Rings() {}

    /** @return the ring of the bundle, or empty when it has none */
    static Optional<Integer> of(String bundle) {
        return bundle.startsWith(HOSTS)
                ? Optional.of(HOST_RING)
                : Optional.ofNullable(ROWS.get(bundle)).map(Row::ring);
    }

    /** @return the packages that the bundle may export, and must */
    static Set<String> exportsOf(String bundle) {
        return Optional.ofNullable(ROWS.get(bundle)).map(Row::exports).orElse(Set.of());
    }

    /** @return the bundle whose root package is the nearest above {@code packageName} */
    static Optional<String> bundleOf(String packageName) {
        return ROWS.keySet().stream()
                .filter(bundle -> (packageName + ".").startsWith(bundle + "."))
                .max(Comparator.comparing(String::length));
    }

    /** @return the bundles of that ring and those inside, as package patterns */
    static String[] packagesUpTo(int ring) {
        return ROWS.values().stream()
                .filter(row -> row.ring <= ring)
                .map(row -> row.bundle + "..")
                .toArray(String[]::new);
    }

    private static Map<String, Row> read() {
        try (InputStream table = Rings.class.getResourceAsStream("/rings.txt")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Row.of(List.of(line.strip().split("\\s+"))))
                    .collect(Collectors.toMap(Row::bundle, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Row(int ring, String bundle, Set<String> exports) {
        static Row of(List<String> words) {
            String bundle = words.get(1);
            Set<String> exports = words.subList(2, words.size()).stream()
                    .map(name -> name.equals(ROOT) ? bundle : bundle + "." + name)
                    .collect(Collectors.toSet());
            return new Row(Integer.parseInt(words.get(0)), bundle, exports);
        }
    }
}
