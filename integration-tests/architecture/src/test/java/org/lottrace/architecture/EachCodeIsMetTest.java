package org.lottrace.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.catalogue.Catalogue;

/**
 * Each code with which an operation may be refused is met by a test: by its word, or by the constant of the api that has it. The other way
 * round, the services of all tests refuse with nothing that the catalogue does not list.
 */
class EachCodeIsMetTest {
    private static final Path SOURCES = Path.of("../..");
    private static final List<String> FOLDERS = List.of("bundles", "features", "integration-tests");
    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) = \"([A-Z][A-Z0-9_]+)\";");

    @Test
    void no_other_code_waits_for_a_test_than_those_that_are_named() {
        String tests =
                String.join("\n", sources(path -> path.contains("/src/test/")).values());
        Map<String, Set<String>> constants = constants();
        Set<String> waiting = Catalogue.operations().stream()
                .flatMap(operation -> operation.refusals().stream())
                .filter(code -> !tests.contains(code)
                        && constants.getOrDefault(code, Set.of()).stream().noneMatch(tests::contains))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(named(), waiting);
    }

    /** @return by code, the constants of the api that have it, as {@code Type.NAME} */
    private static Map<String, Set<String>> constants() {
        Map<String, Set<String>> constants = new HashMap<>();
        sources(path -> path.contains("/org.lottrace.api/src/main/"))
                .forEach((type, source) -> CONSTANT.matcher(source).results().forEach(found -> constants
                        .computeIfAbsent(found.group(2), none -> new TreeSet<>())
                        .add(type + "." + found.group(1))));
        return constants;
    }

    private static Set<String> named() {
        try (var lines =
                Objects.requireNonNull(EachCodeIsMetTest.class.getResourceAsStream("/codes-without-test.txt"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return by name of the type, the sources that are meant; this class names none */
    private static Map<String, String> sources(Predicate<String> which) {
        Map<String, String> sources = new HashMap<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".java") && which.test(file.toString()))
                        .forEach(file -> sources.merge(
                                file.getFileName().toString().replace(".java", ""),
                                read(file),
                                (one, other) -> one + other));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
