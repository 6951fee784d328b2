package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.console.web.internal.page.Page;

/** Every page, and every page below one, is looked at in a browser: in both themes, on a phone, for whoever does not see or has no mouse. */
class BrowsedPagesTest {
    private static final Path LOOKED_AT =
            Path.of("../../integration-tests/end-to-end/src/test/resources/org/lottrace/it/endtoend/pages.txt");
    private static final Path SOURCES = Path.of("src/main/java/org/lottrace/console/web/internal");

    /** Where a page chooses what is shown by the rest of its address: a case for each, without those that are files. */
    private static final Pattern CASE = Pattern.compile("case \"([a-z/-]+)\"");

    private static final Set<String> CHOOSING = Set.of("accounts", "admin", "partners", "planning");

    /** A file; and what has another number in each installation, which ConsoleIT looks for. */
    private static final Set<String> NO_PAGES = Set.of("shipment-paper", "partners/interchange");

    @Test
    void every_page_stands_in_the_list_of_those_that_a_browser_looks_at() throws IOException {
        Set<String> missing = new TreeSet<>();
        Set<String> lookedAt = lookedAt();
        for (Page page : Pages.ALL) {
            for (String path : (Iterable<String>) withThoseBelow(page)::iterator) {
                if (lookedAt.stream().noneMatch(known -> (known + "/").startsWith("/" + path + "/"))
                        && !NO_PAGES.contains(path)) {
                    missing.add(path);
                }
            }
        }

        assertEquals(Set.of(), missing);
    }

    private static Set<String> lookedAt() throws IOException {
        try (Stream<String> lines = Files.lines(LOOKED_AT)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.replaceFirst("^large ", "").replaceFirst("[?].*", ""))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> withThoseBelow(Page page) throws IOException {
        if (!CHOOSING.contains(page.path())) {
            return Stream.of(page.path());
        }
        Path source = SOURCES.resolve(page.path()).resolve(page.getClass().getSimpleName() + ".java");
        return Stream.concat(
                Stream.of(page.path()),
                CASE.matcher(Files.readString(source))
                        .results()
                        .map(found -> page.path() + "/" + found.group(1))
                        .distinct());
    }
}
