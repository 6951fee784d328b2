package org.lottrace.console.web.internal.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.CostingProgress;
import org.lottrace.api.cost.InventoryAges;
import org.lottrace.api.cost.LotCosting;
import org.lottrace.api.cost.LotFinding;
import org.lottrace.api.cost.LotMargin;
import org.lottrace.api.cost.LotReview;
import org.lottrace.api.cost.ReviewedLot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Role;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.console.web.internal.desk.DeskUnderTest;
import org.lottrace.console.web.internal.desk.Fake;

class LotReviewsPageTest {
    private static final List<ReviewedLot> LOTS =
            IntStream.range(0, 130).mapToObj(LotReviewsPageTest::lot).toList();

    private final Fake<LotCosting> costing =
            Fake.of(LotCosting.class).when("progress", ignored -> new CostingProgress(12, 12, Optional.empty()));
    private final Fake<LotReview> review = Fake.of(LotReview.class)
            .when(
                    "ages",
                    asked -> new InventoryAges(
                            euros("1"), euros("20"), euros("300"), euros("4000"), euros("50000"), euros("600000")))
            .when("margins", asked -> margins((boolean) asked.get(2)))
            .when("review", asked -> {
                @SuppressWarnings("unchecked")
                Optional<LotKey> after = (Optional<LotKey>) asked.get(3);
                @SuppressWarnings("unchecked")
                Optional<LotFinding> only = (Optional<LotFinding>) asked.get(2);
                return LOTS.stream()
                        .filter(lot -> after.isEmpty()
                                || lot.lot().toString().compareTo(after.get().toString()) > 0)
                        .filter(lot -> only.isEmpty() || lot.findings().contains(only.get()))
                        .limit((int) asked.get(4))
                        .toList();
            });
    private DeskUnderTest desk;

    @BeforeEach
    void open() {
        desk = DeskUnderTest.as(
                Role.AUDITOR, List.of(new AccountsPage()), costing.build(), review.build(), Fake.sites());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void an_auditor_sees_each_lot_with_its_age_and_what_is_unusual() {
        String page = desk.page("/console/accounts/review?day=2026-03-31&days=60");

        assertTrue(page.contains("L000"), page);
        assertFalse(page.contains("L050"), page);
        assertTrue(page.contains("€650,000.00"), page);
        assertTrue(page.contains("within 60 days"), page);
        assertTrue(page.contains("Unusual cost"), page);
        assertTrue(page.contains("MILL%2FFLOUR%2FL049"), page);
    }

    @Test
    void only_what_is_asked_for_is_shown() {
        String page = desk.page("/console/accounts/review?day=2026-03-31&only=COST_UNUSUAL");

        assertTrue(page.contains("L001"), page);
        assertFalse(page.contains("L000"), page);
    }

    @Test
    void a_lot_that_was_sold_for_less_than_it_cost_is_pointed_out() {
        String page = desk.page("/console/accounts/sales/margins?from=2026-03-01&to=2026-03-31");

        assertTrue(page.contains("Loss"), page);
        assertTrue(page.contains("€30.00"), page);
        assertTrue(page.contains("1 KGM without a price") || page.contains("1 kg without a price"), page);
        assertEquals(
                "MILL,FLOUR,L001,KGM,10,0,30.00,40.00,-10.00,EUR,",
                desk.page("/console/accounts/sales/margins.csv?from=2026-03-01&to=2026-03-31&losses=yes")
                        .lines()
                        .toList()
                        .get(1));
    }

    private static List<LotMargin> margins(boolean onlyLosses) {
        LotMargin loss = new LotMargin(
                LOTS.get(1).lot(), Quantity.of("10", "KGM"), Quantity.of("0", "KGM"), euros("30"), euros("40"));
        LotMargin unpriced = new LotMargin(
                LOTS.get(2).lot(), Quantity.of("3", "KGM"), Quantity.of("1", "KGM"), euros("3"), euros("5"));
        return onlyLosses ? List.of(loss) : List.of(loss, unpriced);
    }

    @Test
    void the_file_has_every_lot() {
        List<String> rows =
                desk.page("/console/accounts/review.csv?day=2026-03-31").lines().toList();

        assertEquals(1 + LOTS.size(), rows.size());
        assertEquals(
                "MILL,FLOUR,L129,KGM,10,20.00,EUR,2026-03-01,30,2026-04-30,5.00,COST_UNUSUAL EXPIRES_SOON,",
                rows.get(130));
    }

    private static ReviewedLot lot(int number) {
        boolean isUnusual = number % 2 == 1;
        return new ReviewedLot(
                LotKey.parse("MILL/FLOUR/L" + String.format("%03d", number)),
                new CostedQuantity(Quantity.of("10", "KGM"), euros("20")),
                LocalDate.of(2026, 3, 1),
                Optional.of(LocalDate.of(2026, 4, 30)),
                Optional.of(euros("5")),
                isUnusual ? List.of(LotFinding.COST_UNUSUAL, LotFinding.EXPIRES_SOON) : List.of());
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount + ".00");
    }
}
