package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.LotCosting;
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
