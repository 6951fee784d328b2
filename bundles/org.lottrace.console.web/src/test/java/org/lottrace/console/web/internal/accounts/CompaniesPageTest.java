package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.EliminatedLot;
import org.lottrace.api.cost.Elimination;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.ConsoleUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class CompaniesPageTest {
    private static final PartyId OTHER = new PartyId("BAKERY-US");

    private final List<Optional<PartyId>> asked = new ArrayList<>();
    private final Fake<Companies> companies = Fake.of(Companies.class)
            .when(
                    "all",
                    ignored -> List.of(new CompanyBooks(
                            OTHER, "USD", "12-3456789", "anna", Instant.parse("2026-11-01T08:00:00Z"))))
            .when("unrealisedProfit", ignored -> List.of());
    private final Fake<LotCosting> costing = Fake.of(LotCosting.class)
            .when("progress", ignored -> new CostingProgress(1, 1, Optional.empty()))
            .when("inventoryValue", ignored -> {
                asked.add(CurrentBooks.company());
                return Optional.of(Money.parse("EUR 1.00"));
            })
            .when("inventory", ignored -> List.of());
    private ConsoleUnderTest console;

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void a_reader_looks_at_the_books_that_they_have_chosen_until_they_choose_others() {
        open(Role.ACCOUNTANT);
        assertEquals(200, console.get("/accounts").statusCode());
        console.post("/books", "token", console.token(), "company", "BAKERY-US");
        assertEquals(200, console.get("/accounts").statusCode());
        console.post("/books", "token", console.token(), "company", "");
        assertEquals(200, console.get("/accounts").statusCode());

        assertEquals(
                List.of(Optional.empty(), Optional.of(OTHER), Optional.empty()),
                asked.stream().distinct().count() == 2 ? perVisit() : asked);
    }

    @Test
    void a_login_of_one_company_looks_at_its_books_and_is_offered_no_others() {
        console = ConsoleUnderTest.withBooks(
                        "lottrace-accountant=BAKERY-US",
                        List.of(new AccountsPage()),
                        companies.build(),
                        costing.build(),
                        Fake.sites())
                .loggedInAs(Role.ACCOUNTANT);

        HttpResponse<String> page = console.get("/accounts");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("<option value=\"BAKERY-US\""), page.body());
        assertFalse(page.body().contains("common books"), page.body());
        console.post("/books", "token", console.token(), "company", "");
        assertEquals(200, console.get("/accounts").statusCode());
        assertEquals(Set.of(Optional.of(OTHER)), Set.copyOf(asked));

        HttpResponse<String> companiesOfGroup = console.get("/accounts/companies");
        assertEquals(200, companiesOfGroup.statusCode());
        assertTrue(
                companiesOfGroup.body().contains("may use only the books of company BAKERY-US"),
                "what the goods cost the other company is not theirs to see");
        assertFalse(companiesOfGroup.body().contains("profit-head"), companiesOfGroup.body());

        HttpResponse<String> group = console.get("/accounts/eliminations?from=2026-11-01&to=2026-11-30");
        assertEquals(403, group.statusCode());
    }

    /** A page may ask more than once. */
    private List<Optional<PartyId>> perVisit() {
        List<Optional<PartyId>> visits = new ArrayList<>();
        asked.stream()
                .filter(books ->
                        visits.isEmpty() || !visits.get(visits.size() - 1).equals(books))
                .forEach(visits::add);
        return visits;
    }

    @Test
    void the_companies_are_listed_with_their_currency_and_tax_number() {
        open(Role.ACCOUNTANT);
        String page = console.get("/accounts/companies").body();

        assertTrue(page.contains("BAKERY-US") && page.contains("USD") && page.contains("12-3456789"), page);
        assertFalse(page.contains("/console/accounts/companies/open"), "only who may open books is offered it");
    }

    /** Of 20.00 that the one company has made of the other, 15.00 are in goods that are still there. */
    @Test
    void the_entry_of_the_group_is_shown_with_its_lots_and_comes_as_a_file() {
        LocalDate day = LocalDate.parse("2026-11-30");
        companies
                .when(
                        "eliminations",
                        ignored -> List.of(
                                new Elimination(
                                        day, day, 7, Account.INVENTORY, Optional.of(OTHER), Money.parse("EUR -15.00")),
                                new Elimination(
                                        day,
                                        day,
                                        7,
                                        Account.INTERCOMPANY_SALES,
                                        Optional.empty(),
                                        Money.parse("EUR 15.00"))))
                .when(
                        "eliminatedLots",
                        ignored -> List.of(new EliminatedLot(
                                Optional.of(OTHER),
                                Account.INVENTORY,
                                LotBuilder.aLot("L7").key(),
                                Money.parse("EUR 0.00"),
                                Money.parse("EUR 15.00"))));
        open(Role.ACCOUNTANT);

        String page = console.get("/accounts/eliminations?from=2026-11-30&to=2026-11-30")
                .body();
        assertTrue(page.contains("Intercompany sales") && page.contains("L7") && page.contains("number 7"), page);
        String entry = console.get("/accounts/eliminations.csv?from=2026-11-30&to=2026-11-30")
                .body();
        assertTrue(entry.contains("2026-11-30,2026-11-30,7,INVENTORY,BAKERY-US,-15.00,EUR,\r\n"), entry);
        String lots = console.get("/accounts/eliminated-lots.csv?from=2026-11-30&to=2026-11-30")
                .body();
        assertTrue(lots.contains("INVENTORY,BAKERY-US,MILL,FLOUR,L7,0.00,15.00,EUR,\r\n"), lots);
        assertEquals(
                422,
                console.get("/accounts/eliminations?from=2026-11-30&to=2026-11-01")
                        .statusCode());
    }

    @Test
    void what_is_refused_is_told_and_what_was_entered_stays() {
        companies.when(
                "open",
                ignored -> new Outcome.Refused<>(
                        List.of(new Violation("SITE_USED", "company", "something is recorded at site POT"))));
        open(Role.CONTROLLER);
        console.get("/accounts/companies/open");
        HttpResponse<String> answer = console.post(
                "/accounts/companies/open", "token", console.token(), "company", "BAKERY-DE", "currency", "EUR");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("something is recorded at site POT"), answer.body());
        assertTrue(answer.body().contains("BAKERY-DE"), answer.body());
    }

    private void open(Role role) {
        console = ConsoleUnderTest.with(List.of(new AccountsPage()), companies.build(), costing.build(), Fake.sites())
                .loggedInAs(role);
    }
}
