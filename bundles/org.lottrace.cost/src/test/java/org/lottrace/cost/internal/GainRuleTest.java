package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.COUNT_SHEET;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Reversals.reversalOf;
import static org.lottrace.cost.internal.Captured.STOCK;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Goods.goods;

import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;

class GainRuleTest {
    private final LotKey lot = aLot("L1").key();
    private final MemoryBooks books = new MemoryBooks().priced("P1", "1.00").priced("P3", "3.00");

    @Test
    void a_gain_is_worth_what_the_lot_costs() {
        books.bookAll(
                received("N1", "P1", goods(lot, "10 KGM")),
                shipped("S0", "SO0", goods(lot, "10 KGM")),
                gain("G1", "5 KGM"));

        assertEquals(euros("5.00"), books.valueOf(lot));
        assertEquals(euros("-5.00"), books.balance(Account.UNEXPLAINED_DIFFERENCE));
    }

    @Test
    void a_lot_that_never_had_a_cost_is_found_at_nothing() {
        books.bookAll(gain("G1", "5 KGM"));

        assertEquals(euros("0.00"), books.valueOf(lot));
    }

    @Test
    void a_late_receipt_leaves_only_the_difference_in_cost_and_no_value_without_a_quantity() {
        TraceEvent gain = gain("G1", "5 KGM");
        books.bookAll(
                received("N1", "P1", goods(lot, "10 KGM")),
                gain,
                shipped("S1", "SO1", goods(lot, "15 KGM")),
                received("N2", "P3", goods(lot, "5 KGM")),
                reversalOf(gain));

        assertTrue(books.costOf(lot).orElseThrow().quantity().isZero());
        assertEquals(euros("0.00"), books.valueOf(lot));
        assertEquals(euros("0.00"), books.balance(Account.INVENTORY));
        assertEquals(euros("15.00"), books.balance(Account.COST_OF_GOODS_SOLD));
        assertEquals(euros("10.00"), books.balance(Account.UNEXPLAINED_DIFFERENCE));
        assertEquals(2, books.sourcesOf(lot).size());
    }

    @Test
    void what_is_left_unexplained_is_found_anew() {
        TraceEvent gain = gain("G1", "5 KGM");
        books.bookAll(
                received("N1", "P1", goods(lot, "10 KGM")),
                gain,
                shipped("S1", "SO1", goods(lot, "15 KGM")),
                received("N2", "P1", goods(lot, "2 KGM")),
                gain("G2", "3 KGM"),
                reversalOf(gain));

        assertTrue(books.costOf(lot).orElseThrow().quantity().isZero());
        assertEquals(euros("0.00"), books.valueOf(lot));
        assertEquals(euros("-3.00"), books.balance(Account.UNEXPLAINED_DIFFERENCE));
    }

    @Test
    void what_a_standard_added_to_a_gain_is_not_dissolved_line_by_line() {
        TraceEvent gain = gain("G1", "5 KGM");
        books.bookAll(
                received("N1", "P1", goods(lot, "10 KGM")),
                shipped("S0", "SO0", goods(lot, "10 KGM")),
                Documents.standard("M", lot.item(), "1.10"),
                gain);

        assertEquals(2, books.book(reversalOf(gain)).orElseThrow().lines().size());
        assertEquals(euros("0.00"), books.valueOf(lot));
    }

    private TraceEvent gain(String id, String quantity) {
        return anEvent(id, EventType.GAIN)
                .of(COUNT_SHEET, "GAIN-000001")
                .moving(lot, quantity, Place.unexplained(BERLIN), STOCK)
                .build();
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }
}
