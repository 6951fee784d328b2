package org.lottrace.console.web.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.console.web.internal.page.Page;

/** How many statements each page sends where there is one of everything, and where there are fifty: no query for a row. */
class StatementsOfPagesIT {
    /** A page may look once more where there is more to look at. */
    private static final int MORE = 4;
    /** The page of a lot and the preview of a recall read a dozen times some events, each time with ten statements for all of them. */
    private static final int MOST = 130;

    private static final Map<String, Long> OF_ONE = new HashMap<>();
    private static WholeConsole fifty;

    @BeforeAll
    static void count() {
        try (WholeConsole one = new WholeConsole(1, "")) {
            one.console.loggedInWithAllRoles();
            paths().forEach(path -> OF_ONE.put(path, statements(one.console, path)));
        }
        fifty = new WholeConsole(50, "");
        fifty.console.loggedInWithAllRoles();
    }

    @AfterAll
    static void stop() {
        fifty.close();
    }

    static Stream<String> paths() {
        return WholeConsole.PATHS.values().stream().flatMap(List::stream).sorted();
    }

    @Test
    void every_page_is_counted() {
        assertEquals(
                Pages.ALL.stream().map(Page::path).collect(Collectors.toSet()),
                Set.copyOf(WholeConsole.PATHS.keySet()));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_page_of_fifty_rows_asks_no_more_than_one_of_a_single_row(String path) {
        long ofFifty = statements(fifty.console, path);
        long ofOne = OF_ONE.get(path);

        System.out.println("statements of a page path=" + path + " one=" + ofOne + " fifty=" + ofFifty);
        assertTrue(
                ofFifty <= ofOne + MORE,
                path + ": " + ofOne + " with one row, " + ofFifty + " with fifty\n"
                        + String.join("\n", fifty.console.repeatedStatements()));
        assertTrue(
                ofFifty <= MOST, path + ": " + ofFifty + "\n" + String.join("\n", fifty.console.repeatedStatements()));
    }

    private static long statements(ConsoleUnderTest console, String path) {
        HttpResponse<String> answer = console.get(path);
        assertEquals(200, answer.statusCode(), () -> path + " " + answer.body());
        return console.statements();
    }
}
