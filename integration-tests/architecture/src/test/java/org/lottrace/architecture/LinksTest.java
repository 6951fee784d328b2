package org.lottrace.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link of every document of the sources leads to a file that is there, and to a heading in it. */
class LinksTest {
    private static final Path SOURCES = Path.of("../..");
    private static final List<String> FOLDERS = List.of("bundles", "features", "integration-tests", "edi-mappings");
    private static final Pattern LINK = Pattern.compile("\\]\\((?![a-z]+:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void every_link_leads_somewhere() throws IOException {
        Map<Path, String> documents = documents();

        assertFalse(documents.isEmpty());
        assertEquals(
                List.of(),
                documents.keySet().stream()
                        .flatMap(document -> broken(document, documents))
                        .toList());
    }

    private static Stream<String> broken(Path document, Map<Path, String> documents) {
        return LINK.matcher(documents.get(document))
                .results()
                .filter(link -> !leads(document, link, documents))
                .map(link -> document + ": " + link.group());
    }

    private static boolean leads(Path document, MatchResult link, Map<Path, String> documents) {
        Path target = link.group(1).isEmpty()
                ? document
                : document.resolveSibling(link.group(1)).normalize();
        return Files.exists(target)
                && (link.group(2) == null
                        || headings(documents.getOrDefault(target, "")).contains(link.group(2)));
    }

    /** @return the anchors that GitHub makes of the headings */
    private static List<String> headings(String document) {
        return HEADING.matcher(document)
                .results()
                .map(heading -> heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{Alnum}_\\- ]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static Map<Path, String> documents() throws IOException {
        try (Stream<Path> above = Files.list(SOURCES);
                Stream<Path> below = FOLDERS.stream().flatMap(LinksTest::sources)) {
            return Stream.concat(above, below)
                    .filter(file -> file.toString().endsWith(".md"))
                    .map(Path::normalize)
                    .collect(Collectors.toMap(Function.identity(), LinksTest::text));
        }
    }

    private static Stream<Path> sources(String folder) {
        try {
            return Files.walk(SOURCES.resolve(folder))
                    .filter(file -> !file.toString().contains("/target/"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
