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
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostMethodChange;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.ItemMethod;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.event.EventId;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class MethodChangesPageTest {
    private static final UnitPrice STANDARD = new UnitPrice(new BigDecimal("2.5"), "EUR", new UnitOfMeasure("KGM"));

    private final List<CostMethodChange> sent = new ArrayList<>();
    private Outcome<Object> outcome = new Outcome.Done<>("recorded");
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_was_said_is_listed_a_page_at_a_time() {
        open(Role.AUDITOR);

        String page = desk.page("/console/accounts/methods/changes");

        assertTrue(page.contains("2.5:EUR/KGM"), page);
        assertTrue(page.contains("Standard cost"), page);
        assertTrue(page.contains("item=&amp;after=50\""), page);
        assertFalse(page.contains("/console/accounts/methods/edit"), "an auditor changes nothing");
    }

    @Test
    void a_controller_says_another_method_once() {
        open(Role.CONTROLLER);
        assertTrue(desk.page("/console/accounts/methods/edit?item=FLOUR").contains("value=\"FLOUR\""));

        HttpResponse<String> answer = send("2.50:EUR/KGM");

        assertEquals(303, answer.statusCode());
        CostMethodChange change = sent.get(0);
        assertEquals(CostMethod.STANDARD, change.method());
        assertEquals(Optional.of(STANDARD), change.standard());
        assertEquals(new EventId("e-1"), change.context().id());
        assertEquals("the board said so", change.reason());
    }

    @Test
    void what_is_refused_stands_at_its_field_and_what_was_entered_stays() {
        open(Role.CONTROLLER);
        outcome = new Outcome.Refused<>(
                List.of(new Violation("STANDARD_WRONG", "standard", "say what a unit costs, such as 2.50:EUR/KGM")));

        HttpResponse<String> answer = send("");

        assertEquals(422, answer.statusCode());
        assertTrue(answer.body().contains("id=\"standard-wrong\""), answer.body());
        assertTrue(answer.body().contains("value=\"the board said so\""), answer.body());
        assertTrue(answer.body().contains("value=\"e-1\""), "sent again it is the same");
    }

    private HttpResponse<String> send(String standard) {
        return desk.send(
                "/console/accounts/methods/edit",
                "id",
                "e-1",
                "item",
                "FLOUR",
                "method",
                "STANDARD",
                "standard",
                standard,
                "site",
                "BER",
                "reason",
                "the board said so");
    }

    private void open(Role role) {
        Fake<LotCosting> costing =
                Fake.of(LotCosting.class).when("progress", ignored -> new CostingProgress(12, 12, Optional.empty()));
        Fake<CostHistory> history = Fake.of(CostHistory.class).when("methods", asked -> IntStream.rangeClosed(1, 60)
                .mapToObj(MethodChangesPageTest::change)
                .filter(change -> change.position() > (long) asked.get(1))
                .limit((int) asked.get(2))
                .toList());
        Fake<CostEntries> entries = Fake.of(CostEntries.class).when("changeMethod", asked -> {
            sent.add((CostMethodChange) asked.get(0));
            return outcome;
        });
        desk = DeskUnderTest.as(
                role, List.of(new AccountsPage()), costing.build(), history.build(), entries.build(), Fake.sites());
    }

    private static ItemMethod change(int position) {
        return new ItemMethod(
                position,
                new EventId("m" + position),
                Bakery.FLOUR,
                CostMethod.STANDARD,
                Optional.of(STANDARD),
                LocalDate.parse("2026-03-01"),
                "the board said so",
                "carla",
                Instant.parse("2026-03-01T10:00:00Z"));
    }
}
