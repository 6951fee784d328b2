package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CostEntries;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.RecordedRate;
import org.lottrace.api.event.EventId;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class RatesPageTest {
    private static final LocalDate DAY = LocalDate.parse("2026-02-27");

    private final List<ExchangeRates> sent = new ArrayList<>();
    private final List<List<Object>> asked = new ArrayList<>();
    private Outcome<Object> outcome = new Outcome.Done<>("recorded");
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void rates_are_listed_a_page_at_a_time() {
        open(Role.AUDITOR);

        String page = desk.page("/console/accounts/rates?from=2026-02-01&to=2026-02-28&currency=USD");

        assertTrue(page.contains("0.92"), page);
        assertTrue(page.contains("after=50\""), page);
        assertFalse(page.contains("/console/accounts/rates/edit"), "an auditor records nothing");
        assertEquals(
                List.of(Optional.of("USD"), LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28")),
                asked.get(0).subList(0, 3));
    }

    @Test
    void more_days_than_can_be_asked_for_begin_later() {
        open(Role.AUDITOR);

        desk.page("/console/accounts/rates?from=2020-01-01&to=2026-02-28");

        assertEquals(LocalDate.parse("2025-02-23"), asked.get(0).get(1));
    }

    @Test
    void an_accountant_records_the_rates_of_several_days() {
        open(Role.ACCOUNTANT);
        assertTrue(desk.page("/console/accounts/rates/edit").contains("name=\"source\""));

        HttpResponse<String> answer = send("2026-02-26 USD 0.91\n\n2026-02-27 USD 0.92\n");

        assertEquals(303, answer.statusCode());
        assertEquals("ECB", sent.get(0).source());
        assertEquals(new EventId("e-1"), sent.get(0).context().id());
        assertEquals(
                List.of(
                        new ExchangeRates.Rate(DAY.minusDays(1), "USD", new BigDecimal("0.91")),
                        new ExchangeRates.Rate(DAY, "USD", new BigDecimal("0.92"))),
                sent.get(0).rates());
    }

    @Test
    void what_is_no_rate_stands_at_its_field_and_what_was_entered_stays() {
        open(Role.ACCOUNTANT);

        HttpResponse<String> answer = send("USD 0.92");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("id=\"rates-wrong\""), answer.body());
        assertTrue(answer.body().contains("USD 0.92</textarea>"), answer.body());
        assertEquals(List.of(), sent);
    }

    @Test
    void a_number_with_an_exponent_is_no_rate() {
        open(Role.ACCOUNTANT);

        HttpResponse<String> answer = send("2026-02-27 USD 1E+999999999");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("id=\"rates-wrong\""), answer.body());
        assertEquals(List.of(), sent);
    }

    @Test
    void what_is_no_day_is_not_looked_at() {
        open(Role.AUDITOR);

        assertEquals(
                200,
                desk.get("/console/accounts/rates?from=2026-13-45&to=2026-02-28&currency=usd")
                        .statusCode());
        assertEquals(Optional.of("USD"), asked.get(0).get(0));
    }

    @Test
    void what_is_refused_is_told() {
        open(Role.ACCOUNTANT);
        outcome = new Outcome.Refused<>(List.of(new Violation("SOURCE_WRONG", "source", "say who published them")));

        HttpResponse<String> answer = send("2026-02-27 USD 0.92");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("id=\"source-wrong\""), answer.body());
    }

    private HttpResponse<String> send(String rates) {
        return desk.send("/console/accounts/rates/edit", "id", "e-1", "source", "ECB", "site", "BER", "rates", rates);
    }

    private void open(Role role) {
        Fake<LotCosting> costing =
                Fake.of(LotCosting.class).when("progress", ignored -> new CostingProgress(12, 12, Optional.empty()));
        Fake<CostHistory> history = Fake.of(CostHistory.class).when("rates", given -> {
            asked.add(given);
            return IntStream.rangeClosed(1, 60)
                    .mapToObj(RatesPageTest::rate)
                    .skip((int) given.get(3))
                    .limit((int) given.get(4))
                    .toList();
        });
        Fake<CostEntries> entries = Fake.of(CostEntries.class).when("recordRates", given -> {
            sent.add((ExchangeRates) given.get(0));
            return outcome;
        });
        desk = DeskUnderTest.as(
                role, List.of(new AccountsPage()), costing.build(), history.build(), entries.build(), Fake.sites());
    }

    private static RecordedRate rate(int position) {
        return new RecordedRate(
                position,
                new EventId("r" + position),
                DAY,
                "USD",
                new BigDecimal("0.92"),
                "ECB",
                "carla",
                Instant.parse("2026-02-27T16:00:00Z"));
    }
}
