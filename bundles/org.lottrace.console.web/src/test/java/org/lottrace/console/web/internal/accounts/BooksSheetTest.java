package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.operation.Role;
import org.lottrace.console.web.internal.ConsoleUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class BooksSheetTest {
    private static final Path PAGES = Path.of("src/main/java/org/lottrace/console/web/internal/accounts");

    /** Exchange rates are in no books. */
    private static final Set<String> NOT_FROM_BOOKS = Set.of("BooksSheet.java", "Rates.java");

    @Test
    void a_page_and_its_file_say_how_far_the_books_are_and_how_many_events_wait() {
        Fake<LotCosting> costing = Fake.of(LotCosting.class)
                .when(
                        "progress",
                        ignored -> new CostingProgress(
                                9, 12, Optional.of("no price"), 2, Optional.of(LocalDate.parse("2026-03-02"))));
        Fake<CostHistory> history = Fake.of(CostHistory.class)
                .when("uninvoiced", ignored -> List.of())
                .when("uninvoicedBySupplier", ignored -> List.of());
        try (ConsoleUnderTest console = ConsoleUnderTest.with(
                        List.of(new AccountsPage()), costing.build(), history.build(), Fake.sites())
                .loggedInAs(Role.ACCOUNTANT)) {
            String page = console.get("/accounts/uninvoiced?day=2026-03-31").body();
            assertTrue(page.contains("Booked up to position 9 of the ledger"), page);
            assertTrue(page.contains("Not booked yet: 2") && page.contains("/console/accounts/waiting"), page);

            String heads = console.get("/accounts/uninvoiced.csv?day=2026-03-31")
                    .body()
                    .lines()
                    .findFirst()
                    .orElseThrow();
            assertTrue(
                    heads.endsWith(",books: position=9; day=2026-03-02; ledger=12; waiting=2; list=cost.list-waiting"),
                    heads);
        }
    }

    @Test
    void every_file_of_the_accounts_is_made_with_it() throws IOException {
        Set<String> without = new TreeSet<>();
        try (Stream<Path> classes = Files.list(PAGES)) {
            for (Path each : classes.toList()) {
                String text = Files.readString(each);
                if (text.matches("(?s).*(?<![A-Za-z])(Sheet\\.of\\(|new Csv\\().*")) {
                    without.add(each.getFileName().toString());
                }
            }
        }

        assertEquals(NOT_FROM_BOOKS, without);
    }
}
