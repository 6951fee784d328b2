package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CostHistory;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.IssueFigures;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.MethodComparison;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class MethodsPageTest {
    private static final List<MethodComparison> ITEMS = IntStream.range(0, 130)
            .mapToObj(i -> item(String.format("I-%03d", i)))
            .toList();

    private final Fake<LotCosting> costing =
            Fake.of(LotCosting.class).when("progress", ignored -> new CostingProgress(12, 12, Optional.empty()));
    private final Fake<CostHistory> history = Fake.of(CostHistory.class).when("compareMethods", asked -> {
        @SuppressWarnings("unchecked")
        Optional<ItemNumber> after = (Optional<ItemNumber>) asked.get(2);
        return ITEMS.stream()
                .filter(item -> after.isEmpty()
                        || item.item().value().compareTo(after.get().value()) > 0)
                .limit((int) asked.get(3))
                .toList();
    });
    private DeskUnderTest desk;

    @BeforeEach
    void open() {
        desk = DeskUnderTest.as(
                Role.AUDITOR, List.of(new AccountsPage()), costing.build(), history.build(), Fake.sites());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_auditor_sees_what_each_method_says_and_what_it_differs_by() {
        String page = desk.page("/console/accounts/methods?from=2026-02-01&to=2026-02-28");

        assertTrue(page.contains("Weighted average"), page);
        assertTrue(page.contains("€300.00"), page);
        assertTrue(page.contains("-€100.00") || page.contains("−€100.00"), page);
        assertTrue(page.contains("from=2026-02-01&amp;to=2026-02-28&amp;after=I-024\""), page);
        assertFalse(page.contains("I-025"), page);
        assertTrue(desk.page("/console/accounts/methods?from=2026-02-01&to=2026-02-28&after=I-124")
                .contains("I-129"));
    }

    @Test
    void the_file_has_all_items_with_a_row_for_each_method() {
        List<String> rows = desk.page("/console/accounts/methods.csv?from=2026-02-01&to=2026-02-28")
                .lines()
                .toList();

        assertEquals(1 + 4 * ITEMS.size(), rows.size());
        assertEquals("I-129,KGM,200,0,100,0,100,500.00,0.00,FIFO,200.00,0.00,300.00,EUR,", rows.get(4 * 130 - 1));
    }

    @Test
    void more_than_a_year_and_a_bit_is_refused() {
        assertEquals(
                400,
                desk.get("/console/accounts/methods?from=2025-01-01&to=2026-03-02")
                        .statusCode());
    }

    private static MethodComparison item(String number) {
        return new MethodComparison(
                new ItemNumber(number),
                new CostedQuantity(Quantity.of("200", "KGM"), Money.parse("EUR 500.00")),
                new CostedQuantity(Quantity.of("0", "KGM"), Money.parse("EUR 0.00")),
                Quantity.of("100", "KGM"),
                Quantity.of("0", "KGM"),
                Quantity.of("100", "KGM"),
                figures("300.00", "200.00"),
                figures("300.00", "200.00"),
                figures("200.00", "300.00"),
                figures("250.00", "250.00"));
    }

    private static IssueFigures figures(String sold, String closing) {
        return new IssueFigures(Money.parse("EUR " + sold), Money.parse("EUR 0.00"), Money.parse("EUR " + closing));
    }
}
