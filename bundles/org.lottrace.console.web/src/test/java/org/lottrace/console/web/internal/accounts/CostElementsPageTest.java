package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CogsElements;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.ElementAmount;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.LotElements;
import org.lottrace.api.fixture.LotBuilder;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Role;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class CostElementsPageTest {
    private static final LotKey LOT = LotBuilder.aLot("L1").key();

    private static final LotKey NEVER = LotBuilder.aLot("L2").key();

    private final List<List<Object>> asked = new ArrayList<>();
    private DeskUnderTest desk;

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void what_was_sold_is_shown_by_element_beside_its_account() {
        open();

        String page = desk.page("/console/accounts/elements?from=2026-03-01&to=2026-03-31");

        assertEquals(List.of(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31")), asked.get(0));
        assertTrue(page.contains("Freight") && page.contains("12.34"), page);
    }

    @Test
    void nothing_is_read_before_days_are_asked_for() {
        open();

        assertFalse(desk.page("/console/accounts/elements").contains("12.34"));
        assertEquals(List.of(), asked);
    }

    @Test
    void more_days_than_can_be_asked_for_are_refused_at_their_field() {
        open();

        assertTrue(desk.get("/console/accounts/elements?from=2020-01-01&to=2026-03-31")
                .body()
                .contains("days-wrong"));
        assertEquals(List.of(), asked);
    }

    @Test
    void what_is_no_day_is_asked_for_again() {
        open();

        assertEquals(
                200,
                desk.get("/console/accounts/elements?from=2026-13-45&to=2026-03-31")
                        .statusCode());
        assertEquals(List.of(), asked);
    }

    @Test
    void a_lot_that_never_had_a_cost_says_so() {
        open();

        assertTrue(desk.page("/console/accounts/elements?key=" + NEVER).contains("never had a cost"));
    }

    @Test
    void a_lot_is_shown_by_element_on_stock_and_in_process() {
        open();

        String page = desk.page("/console/accounts/elements?key=" + LOT);

        assertTrue(page.contains("Material") && page.contains("12.34"), page);
        assertEquals(List.of(), asked);
    }

    private void open() {
        Fake<LotCosting> costing =
                Fake.of(LotCosting.class).when("progress", ignored -> new CostingProgress(12, 12, Optional.empty()));
        Fake<CostHistory> history = Fake.of(CostHistory.class)
                .when("cogsElements", given -> {
                    asked.add(given);
                    return new CogsElements(amounts(), Money.parse("EUR 61.70"));
                })
                .when("elements", given -> Optional.of(new LotElements(LOT, amounts(), amounts()))
                        .filter(elements -> given.get(0).equals(LOT)));
        desk = DeskUnderTest.as(
                Role.AUDITOR, List.of(new AccountsPage()), costing.build(), history.build(), Fake.sites());
    }

    private static List<ElementAmount> amounts() {
        return Arrays.stream(CostElement.values())
                .map(element -> new ElementAmount(element, Money.parse("EUR 12.34")))
                .toList();
    }
}
