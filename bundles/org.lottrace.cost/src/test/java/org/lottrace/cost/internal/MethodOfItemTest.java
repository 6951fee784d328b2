package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.disposed;
import static org.lottrace.cost.internal.Captured.found;
import static org.lottrace.cost.internal.Captured.missed;
import static org.lottrace.cost.internal.Captured.produced;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Captured.reversed;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Documents.method;
import static org.lottrace.cost.internal.Documents.standard;
import static org.lottrace.cost.internal.Goods.goods;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;

/** What is booked for an item that is not valued lot by lot. */
class MethodOfItemTest {
    private static final LotKey ONE = aLot("L1").key();
    private static final LotKey TWO = aLot("L2").key();
    private static final LotKey THREE = aLot("L3").key();
    private static final LotKey LOAF = aLot("B1").of(BREAD).madeAt(BERLIN).key();
    private static final TraceEvent FIRST = received("N1", "P1", goods(ONE, "100 KGM"));
    private static final TraceEvent SECOND = received("N2", "P2", goods(TWO, "100 KGM"));

    private final MemoryBooks books = new MemoryBooks().priced("P1", "2.00").priced("P2", "3.00");

    @Test
    void at_weighted_average_a_receipt_changes_what_all_lots_are_worth_and_an_issue_takes_the_average() {
        books.bookAll(method("M", FLOUR, CostMethod.WEIGHTED_AVERAGE), FIRST);
        JournalEntry receipt = books.book(SECOND).orElseThrow();

        assertEquals(
                "INVENTORY L2 300.00, GOODS_RECEIVED_NOT_INVOICED -300.00, INVENTORY L1 50.00, INVENTORY L2 -50.00",
                text(receipt));
        assertEquals(
                "COST_OF_GOODS_SOLD L2 100.00, INVENTORY L2 -100.00",
                text(books.book(shipped("S1", "SO1", goods(TWO, "40 KGM"))).orElseThrow()));
        assertValues("250.00 150.00");
    }

    @Test
    void an_issue_moves_the_value_of_no_other_lot() {
        books.bookAll(method("M", FLOUR, CostMethod.WEIGHTED_AVERAGE), FIRST, SECOND);

        assertEquals(
                2,
                books.book(disposed("D1", ONE, "7 KGM")).orElseThrow().lines().size());
        assertEquals(
                2, books.book(missed("K1", TWO, "7 KGM")).orElseThrow().lines().size());
        assertEquals(
                2,
                books.book(consumed("C1", "MO1", goods(TWO, "7 KGM")))
                        .orElseThrow()
                        .lines()
                        .size());
    }

    @Test
    void a_change_to_weighted_average_makes_neither_gain_nor_loss() {
        books.bookAll(FIRST, SECOND);
        JournalEntry change =
                books.book(method("M", FLOUR, CostMethod.WEIGHTED_AVERAGE)).orElseThrow();

        assertEquals("INVENTORY L1 50.00, INVENTORY L2 -50.00", text(change));
        assertEquals("METHODS", change.document().number());
        assertTrue(books.book(method("M2", FLOUR, CostMethod.LOT_ACTUAL)).isEmpty());
        assertValues("250.00 250.00");
    }

    @Test
    void what_was_said_for_one_item_changes_no_other() {
        books.bookAll(method("M", BREAD, CostMethod.WEIGHTED_AVERAGE), FIRST, SECOND);

        assertValues("200.00 300.00");
    }

    @Test
    void what_comes_back_comes_at_what_it_left_at_and_changes_the_average() {
        books.bookAll(
                method("M", FLOUR, CostMethod.WEIGHTED_AVERAGE),
                FIRST,
                shipped("S1", "SO1", goods(ONE, "50 KGM")),
                SECOND, // 150 at 400.00
                returned("R1", "S1", goods(ONE, "50 KGM")));

        assertEquals("EUR 0.00", books.balance(Account.COST_OF_GOODS_SOLD).toString());
        assertValues("250.00 250.00");
    }

    @Test
    void a_receipt_that_is_undone_leaves_what_was_there_before() {
        books.bookAll(method("M", FLOUR, CostMethod.WEIGHTED_AVERAGE), FIRST, SECOND);
        books.bookAll(shipped("S1", "SO1", goods(ONE, "50 KGM")), reversed("X1", SECOND));

        // 125.00 were expensed at the average of that day; the rest stays on what is there
        assertValues("75.00 0.00");
        assertEquals("EUR 0.00", books.balance(Account.PURCHASE_PRICE_VARIANCE).toString());
        assertEquals(
                "EUR -200.00",
                books.balance(Account.GOODS_RECEIVED_NOT_INVOICED).toString());
    }

    @Test
    void a_value_without_goods_is_a_variance() {
        books.bookAll(method("M", FLOUR, CostMethod.WEIGHTED_AVERAGE), FIRST, SECOND);
        books.bookAll(shipped("S1", "SO1", goods(ONE, "100 KGM")), reversed("X1", SECOND));

        assertValues("0.00 0.00");
        assertEquals(
                "EUR -50.00", books.balance(Account.PURCHASE_PRICE_VARIANCE).toString());
    }

    @Test
    void a_late_cost_is_borne_by_all_that_is_there_of_the_item() {
        books.bookAll(
                method("M", FLOUR, CostMethod.WEIGHTED_AVERAGE),
                FIRST,
                SECOND,
                Documents.landed("F1", "10.00", AllocationKey.EQUAL, Documents.target("0", ONE)));

        assertValues("255.00 255.00");
    }

    @Test
    void what_is_found_of_a_lot_that_nobody_knows_is_worth_the_average() {
        books.bookAll(method("M", FLOUR, CostMethod.WEIGHTED_AVERAGE), FIRST, SECOND, found("K1", THREE, "10 KGM"));

        assertEquals("EUR -25.00", books.balance(Account.INVENTORY_ADJUSTMENT).toString());
        assertEquals("EUR 25.00", books.valueOf(THREE).toString());
    }

    /** Books stopped at it: what was left of the lot was a freight bill without a quantity. */
    @Test
    void what_is_found_of_a_lot_that_never_came_is_worth_nothing_whatever_its_freight_was() {
        books.bookAll(
                FIRST,
                Documents.landed("F1", "10.00", AllocationKey.EQUAL, Documents.target("0", ONE)),
                reversed("X1", FIRST),
                found("K1", ONE, "10 KGM"));

        assertEquals("EUR 0.00", books.valueOf(ONE).toString());
    }

    @Test
    void at_standard_a_receipt_is_worth_that_and_what_it_cost_less_is_a_variance() {
        books.bookAll(standard("M", FLOUR, "2.50"));
        JournalEntry receipt = books.book(FIRST).orElseThrow();

        assertEquals(
                "INVENTORY L1 200.00, GOODS_RECEIVED_NOT_INVOICED -200.00, INVENTORY L1 50.00,"
                        + " PURCHASE_PRICE_VARIANCE L1 -50.00",
                text(receipt));
        books.bookAll(SECOND, shipped("S1", "SO1", goods(TWO, "40 KGM")));
        assertValues("250.00 150.00");
        assertEquals("EUR 100.00", books.balance(Account.COST_OF_GOODS_SOLD).toString());
        assertEquals("EUR 0.00", books.balance(Account.PURCHASE_PRICE_VARIANCE).toString());
    }

    @Test
    void at_standard_an_invoice_settles_what_was_received_and_its_difference_is_a_variance() {
        books.bookAll(
                standard("M", FLOUR, "2.50"),
                FIRST,
                Documents.invoice("I1", "P1", "100 KGM", "207.00", LateCost.Policy.VARIANCE));

        assertEquals(
                "EUR 0.00", books.balance(Account.GOODS_RECEIVED_NOT_INVOICED).toString());
        assertEquals(
                "EUR -43.00", books.balance(Account.PURCHASE_PRICE_VARIANCE).toString());
        assertEquals("EUR 250.00", books.valueOf(ONE).toString());
    }

    @Test
    void another_standard_values_what_is_there_anew_and_says_so() {
        books.bookAll(FIRST, SECOND);

        assertEquals(
                "INVENTORY L1 50.00, INVENTORY_REVALUATION L1 -50.00, INVENTORY L2 -50.00,"
                        + " INVENTORY_REVALUATION L2 50.00",
                text(books.book(standard("M", FLOUR, "2.50")).orElseThrow()));
        assertEquals(
                "INVENTORY L1 1.00, INVENTORY_REVALUATION L1 -1.00, INVENTORY L2 1.00, INVENTORY_REVALUATION L2 -1.00",
                text(books.book(standard("M2", FLOUR, "2.51")).orElseThrow()));
    }

    @Test
    void a_standard_of_fractions_of_a_cent_is_kept_exactly() {
        books.bookAll(standard("M", FLOUR, "0.0042"), FIRST);
        for (int i = 0; i < 50; i++) {
            books.book(disposed("D" + i, ONE, "1 KGM"));
        }

        assertEquals("EUR 0.21", books.balance(Account.WRITE_OFF).toString());
        assertEquals("EUR 0.21", books.valueOf(ONE).toString());
    }

    @Test
    void what_is_made_at_standard_leaves_a_production_variance() {
        books.bookAll(
                standard("M", BREAD, "3.00"),
                FIRST,
                consumed("C1", "MO1", goods(ONE, "10 KGM")),
                produced("E1", "MO1", goods(LOAF, "8 KGM"), goods(ONE, "10 KGM")));

        assertEquals("EUR 24.00", books.valueOf(LOAF).toString());
        assertEquals("EUR -4.00", books.balance(Account.PRODUCTION_VARIANCE).toString());
        assertEquals("EUR 0.00", books.balance(Account.WORK_IN_PROCESS).toString());
    }

    /** The replay is of what came in, whatever the books made of it. */
    @Test
    void the_methods_are_compared_lot_by_lot_also_where_the_books_are_at_the_average() {
        books.bookAll(method("M", FLOUR, CostMethod.WEIGHTED_AVERAGE), FIRST, SECOND);
        books.bookAll(shipped("S1", "SO1", goods(TWO, "100 KGM")));

        assertEquals(
                "250.00 300.00 200.00 250.00",
                MethodComparisonTest.compareAllOf(books).stream()
                        .flatMap(
                                item -> Stream.of(item.booked(), item.lotActual(), item.fifo(), item.weightedAverage()))
                        .map(figures -> figures.costOfGoodsSold().getAmount().toString())
                        .collect(Collectors.joining(" ")));
    }

    private void assertValues(String expected) {
        assertEquals(
                expected,
                Stream.of(ONE, TWO)
                        .map(lot -> books.valueOf(lot).getAmount().toString())
                        .collect(Collectors.joining(" ")));
        assertEquals(
                books.lots().stream()
                        .map(lot -> lot.onStock().value())
                        .reduce(Money.zero(MemoryBooks.EUR), Money::plus),
                books.balance(Account.INVENTORY));
    }

    private static String text(JournalEntry entry) {
        return entry.lines().stream()
                .map(line -> line.account() + " "
                        + line.lot().map(lot -> lot.number() + " ").orElse("")
                        + line.amount().getAmount())
                .collect(Collectors.joining(", "));
    }
}
