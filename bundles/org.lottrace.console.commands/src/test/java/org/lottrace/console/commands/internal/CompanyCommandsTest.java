package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.console.commands.internal.Shell.answering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.cost.BooksOpening;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.TransferPrices;
import org.lottrace.api.cost.WaitingCost;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;

class CompanyCommandsTest {
    private final List<Object> sent = new ArrayList<>();

    @Test
    void prices_of_the_line_and_of_a_file_are_recorded_together() throws Exception {
        ServerFolder.file("prices.csv", "day;price;item\n2026-02-01;3.00:USD/KGM;SALT\n");
        try (Shell shell = shell()) {
            assertThrows(
                    CommandException.class,
                    () -> shell.run("cost:record-transfer-prices BAKERY BAKERY-US 2026-01-01,2.50:EUR/KGM,FLOUR"
                            + " --file prices.csv --site BER"));
        }

        TransferPrices prices = (TransferPrices) sent.get(0);
        assertEquals(Bakery.COMPANY, prices.seller());
        assertEquals(new PartyId("BAKERY-US"), prices.buyer());
        assertEquals(
                List.of("FLOUR 2.5 EUR 2026-01-01", "SALT 3 USD 2026-02-01"),
                prices.prices().stream()
                        .map(one -> one.item() + " " + one.price().amount() + " "
                                + one.price().currency() + " " + one.from())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.50:EUR/KGM,FLOUR", "2026-02-30,2.50:EUR/KGM,FLOUR", "2026-01-01,cheap,FLOUR"})
    void what_is_no_price_is_explained_and_nothing_is_recorded(String price) throws Exception {
        try (Shell shell = shell()) {
            Exception failure = assertThrows(
                    CommandException.class,
                    () -> shell.run("cost:record-transfer-prices BAKERY BAKERY-US " + price + " --site BER"));
            assertTrue((failure.getMessage() + shell.output()).contains("Nothing was recorded"), failure.getMessage());
        }

        assertEquals(List.of(), sent);
    }

    @Test
    void books_are_opened_and_listed() throws Exception {
        try (Shell shell = shell()) {
            shell.run("cost:open-books BAKERY-US USD --tax-number 12-345");
            assertTrue(shell.output().contains("Opened"), shell.output());
            shell.run("cost:companies");
            assertTrue(shell.output().contains("12-345"), shell.output());
        }

        assertEquals(new BooksOpening(new PartyId("BAKERY-US"), "USD", "12-345"), sent.get(0));
    }

    @Test
    void what_waits_is_listed_with_its_reason() throws Exception {
        try (Shell shell = shell()) {
            shell.run("cost:waiting --after 3");
            assertTrue(shell.output().contains("no transfer price is agreed"), shell.output());
        }

        assertEquals(3L, sent.get(0));
    }

    @Test
    void a_command_about_books_asks_those_of_the_company_that_is_named() throws Exception {
        try (Shell shell = shell()) {
            shell.run("cost:inventory --company BAKERY-US");
            shell.run("cost:inventory");
            assertEquals(List.of(Optional.of(new PartyId("BAKERY-US")), Optional.empty()), sent);

            Exception failure =
                    assertThrows(CommandException.class, () -> shell.run("cost:inventory --company NOBODY"));
            assertTrue(failure.getMessage().contains("keeps no books of its own"), failure.getMessage());
        }
    }

    @Test
    void a_login_of_one_company_reads_its_books_and_is_told_that_it_may_not_use_others() throws Exception {
        try (Shell shell = Shell.withBooks("karin=BAKERY-US", services())) {
            shell.run("cost:inventory --company BAKERY-US");

            Exception failure = assertThrows(CommandException.class, () -> shell.run("cost:inventory"));
            assertTrue(
                    (failure.getMessage() + shell.output())
                            .contains("karin may use only the books of company BAKERY-US"),
                    failure.getMessage() + shell.output());
            assertEquals(List.of(Optional.of(new PartyId("BAKERY-US"))), sent);
        }
    }

    private Shell shell() {
        return Shell.with(services());
    }

    private Object[] services() {
        CompanyBooks books = new CompanyBooks(new PartyId("BAKERY-US"), "USD", "12-345", "anna", Bakery.NOW);
        return new Object[] {
            Answers.sites(),
            Bakery.CLOCK,
            answering(CostEntries.class, "recordTransferPrices", given -> {
                sent.add(given.get(0));
                return new Outcome.Refused<>(List.of(new Violation("PRICE_WRONG", "prices", "too much")));
            }),
            answering(
                    LotCosting.class,
                    Map.of(
                            "progress",
                            given -> new CostingProgress(7, 7, Optional.empty(), 1, Optional.empty()),
                            "inventory",
                            given -> {
                                sent.add(CurrentBooks.company());
                                return List.of();
                            },
                            "inventoryValue",
                            given -> Optional.empty(),
                            "waiting",
                            given -> {
                                sent.add(given.get(0));
                                return List.of(new WaitingCost(
                                        7,
                                        new EventId("T1"),
                                        Optional.of(new DocumentReference(DocumentType.TRANSFER_ORDER, "T1")),
                                        LocalDate.of(2026, 3, 1),
                                        "no transfer price is agreed",
                                        Optional.empty(),
                                        Bakery.NOW));
                            })),
            answering(Companies.class, Map.of("all", given -> List.of(books), "open", given -> {
                sent.add(given.get(1));
                return new Outcome.Done<>(books);
            }))
        };
    }
}
