package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.STOCK;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.disposed;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Captured.reversed;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Documents.method;
import static org.lottrace.cost.internal.Goods.goods;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.MethodComparison;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.LotKey;

/** What is booked for an item at first in, first out: the oldest cost leaves first, whichever lot is picked. */
class FirstInFirstOutTest {
    private static final LotKey ONE = aLot("L1").key();
    private static final LotKey TWO = aLot("L2").key();
    private static final LotKey THREE = aLot("A3").key();
    private static final TraceEvent FIRST = received("N1", "P1", goods(ONE, "100 KGM"));
    private static final TraceEvent SECOND = received("N2", "P2", goods(TWO, "100 KGM"));
    private static final TraceEvent METHOD = method("M", FLOUR, CostMethod.FIFO);

    private final MemoryBooks books = priced();

    private static MemoryBooks priced() {
        return new MemoryBooks()
                .priced("P1", "2.00")
                .priced("P2", "3.00")
                .priced("P3", "2.10")
                .priced("P4", "0.004");
    }

    @Test
    void the_oldest_cost_leaves_first_whichever_lot_is_picked() {
        books.bookAll(METHOD, FIRST, SECOND);

        assertEquals("120.00", sold(shipped("S1", "SO1", goods(TWO, "60 KGM"))));
        assertEquals("140.00", sold(shipped("S2", "SO1", goods(ONE, "60 KGM"))));
        assertValues("120.00 120.00"); // 80 at 3.00
    }

    @Test
    void goods_that_are_picked_in_the_order_in_which_they_came_move_the_value_of_no_other_lot() {
        books.bookAll(METHOD, FIRST, SECOND);

        assertEquals(2, lines(disposed("D1", ONE, "100 KGM")));
        assertEquals(2, lines(consumed("C1", "MO1", goods(TWO, "30 KGM"))));
        assertValues("0.00 300.00"); // 90.00 of it in process
    }

    /** Sixty of the receipt at 2.00 with its freight, where lot by lot 40 of L1 and 20 of L2 leave. */
    @Test
    void the_golden_scenario_consumes_what_came_first() {
        LotKey raw = aLot("L1").key();
        books.bookAll(
                METHOD,
                received("GR1", "P1", goods(raw, "100 KGM")),
                received("GR2", "P3", goods(TWO, "50 KGM")),
                Documents.landed(
                        "LC1",
                        "15.01",
                        AllocationKey.WEIGHT,
                        Documents.target("100", raw),
                        Documents.target("50", TWO)),
                consumed("PI1", "MO1", goods(raw, "40 KGM"), goods(TWO, "20 KGM")));

        assertEquals("EUR 126.01", books.balance(Account.WORK_IN_PROCESS).toString()); // 60 of 100 at 210.01
        assertEquals("EUR 194.00", books.balance(Account.INVENTORY).toString()); // 40 at 2.1001 and 50 at 110.00
    }

    @Test
    void a_change_of_the_method_makes_neither_gain_nor_loss_and_begins_with_what_came_first() {
        books.bookAll(received("N0", "P2", goods(THREE, "10 KGM")), FIRST);

        assertTrue(books.book(METHOD).isEmpty());
        assertEquals("50.00", sold(shipped("S1", "SO1", goods(ONE, "20 KGM")))); // 10 at 3.00 and 10 at 2.00
        assertTrue(books.book(method("M2", FLOUR, CostMethod.LOT_ACTUAL)).isEmpty());
        assertEquals(List.of(), books.layers(FLOUR));
    }

    @Test
    void what_comes_back_is_the_next_to_leave_at_what_it_left_at() {
        books.bookAll(METHOD, FIRST, SECOND, shipped("S1", "SO1", goods(TWO, "100 KGM")));

        assertEquals("-200.00", sold(returned("R1", "S1", goods(TWO, "100 KGM"))));
        assertEquals("200.00", sold(shipped("S2", "SO1", goods(ONE, "100 KGM"))));
    }

    @Test
    void an_issue_that_is_undone_never_was() {
        TraceEvent shipped = shipped("S1", "SO1", goods(TWO, "60 KGM"));
        books.bookAll(METHOD, FIRST, SECOND, shipped, reversed("X1", shipped));

        assertValues("200.00 300.00");
        assertEquals("260.00", sold(shipped("S2", "SO1", goods(ONE, "100 KGM"), goods(TWO, "20 KGM"))));
    }

    @Test
    void a_receipt_that_is_undone_leaves_at_what_it_was_booked_at_and_the_rest_bears_the_difference() {
        books.bookAll(METHOD, FIRST, SECOND);
        books.bookAll(shipped("S1", "SO1", goods(TWO, "50 KGM")), reversed("X1", FIRST));

        // 100.00 were expensed when the first were still there; 50 of 3.00 and what the first layer had less
        assertEquals(
                "EUR -300.00",
                books.balance(Account.GOODS_RECEIVED_NOT_INVOICED).toString());
        assertValues("0.00 200.00");
        assertEquals("EUR 0.00", books.balance(Account.PURCHASE_PRICE_VARIANCE).toString());
    }

    @Test
    void a_value_without_goods_is_a_variance() {
        books.bookAll(METHOD, FIRST, SECOND);
        books.bookAll(shipped("S1", "SO1", goods(TWO, "100 KGM")), reversed("X1", FIRST));

        assertValues("0.00 0.00");
        assertEquals(
                "EUR 100.00", books.balance(Account.PURCHASE_PRICE_VARIANCE).toString());
    }

    @Test
    void a_lot_that_is_split_is_as_old_as_before() {
        LotKey part = aLot("PART").key();
        books.bookAll(METHOD, FIRST, SECOND, split(TWO, part, "40 KGM"));

        assertEquals("300.00", sold(shipped("S1", "SO1", goods(ONE, "100 KGM"), goods(part, "33.333333 KGM"))));
        assertEquals("EUR 200.00", books.balance(Account.INVENTORY).toString());
        books.book(reversed("X1", shipped("S1", "SO1")));
        assertEquals("200.00", sold(shipped("S2", "SO1", goods(TWO, "60 KGM"), goods(part, "40 KGM"))));
    }

    /** A share of what is left, each time, would drift: 0.50 for 1.20. */
    @Test
    void three_hundred_single_issues_of_a_thousand_pieces_take_1_20() {
        books.bookAll(METHOD, received("N1", "P4", goods(ONE, "1000 KGM")));
        for (int i = 0; i < 300; i++) {
            books.book(disposed("D" + i, ONE, "1 KGM"));
        }

        assertEquals("EUR 1.20", books.balance(Account.WRITE_OFF).toString());
    }

    @Test
    void with_many_lots_an_entry_stays_short_and_the_oldest_cost_leaves_all_the_same() {
        int many = 3 * Revaluing.MOST_LOTS;
        books.book(METHOD);
        for (int i = 0; i < many; i++) {
            books.book(received("N" + i, i < many / 2 ? "P1" : "P2", goods(lot(i), "10 KGM")));
        }
        Random random = new Random(4711);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            order.add(random.nextInt(order.size() + 1), i);
        }
        for (int i = 0; i < many; i++) {
            TraceEvent disposed = disposed("D" + i, lot(order.get(i)), "10 KGM");
            JournalEntry entry = books.book(disposed).orElseThrow();
            assertTrue(many - i <= Revaluing.MOST_LOTS + 1 || entry.lines().size() <= 20);
            Money expected = Money.parse("EUR " + (i < many / 2 ? "20.00" : "30.00"));
            assertEquals(expected, entry.lines().get(0).amount());
            assertSound(books);
        }
    }

    @Property(tries = 300)
    void after_every_event_all_layers_are_worth_what_all_lots_are(
            @ForAll @Size(max = 40) List<@IntRange(max = 95_999) Integer> steps) {
        RandomBakery bakery = new RandomBakery();
        bakery.take(new RandomBakery.Step(RandomBakery.Kind.METHOD, 0, 1, 2));
        steps.forEach(step -> {
            bakery.take(MethodComparisonTest.step(step, RandomBakery.Kind.values()));
            assertSound(bakery.books());
        });
    }

    /** The replay of the journal keeps its own account, kilogram by kilogram. */
    @Property(tries = 300)
    void what_is_booked_is_what_the_comparison_of_methods_says(
            @ForAll @Size(max = 40) List<@IntRange(max = 95_999) Integer> steps) {
        RandomBakery bakery = new RandomBakery();
        bakery.take(new RandomBakery.Step(RandomBakery.Kind.METHOD, 0, 1, 2));
        steps.forEach(step -> bakery.take(MethodComparisonTest.step(
                step,
                RandomBakery.Kind.RECEIVE,
                RandomBakery.Kind.CONSUME,
                RandomBakery.Kind.SHIP,
                RandomBakery.Kind.FIND,
                RandomBakery.Kind.MISS,
                RandomBakery.Kind.DISPOSE)));

        for (MethodComparison item : MethodComparisonTest.compareAllOf(bakery.books())) {
            assertEquals(item.fifo(), item.booked());
        }
    }

    @Property(tries = 100)
    void layers_that_are_built_again_are_the_same(@ForAll @Size(max = 40) List<@IntRange(max = 95_999) Integer> steps) {
        RandomBakery bakery = new RandomBakery();
        bakery.take(new RandomBakery.Step(RandomBakery.Kind.METHOD, 0, 1, 2));
        steps.forEach(step -> bakery.take(MethodComparisonTest.step(step, RandomBakery.Kind.values())));

        MemoryBooks again = RandomBakery.emptyBooks();
        bakery.books().events().forEach(again::book);

        assertEquals(bakery.books().layers(FLOUR), again.layers(FLOUR));
    }

    private static void assertSound(MemoryBooks books) {
        if (books.layers(FLOUR).isEmpty()) {
            return;
        }
        CostedQuantity layers = books.layers(FLOUR).stream()
                .map(layer -> layer.left())
                .reduce(CostedQuantity::plus)
                .orElseThrow();
        CostedQuantity lots = books.lots().stream()
                .filter(lot -> lot.lot().item().equals(FLOUR))
                .map(LotCost::onStock)
                .reduce(CostedQuantity::plus)
                .orElseThrow();
        assertEquals(lots, layers);
        books.layers(FLOUR)
                .forEach(layer -> assertTrue(!layer.left().value().isNegative()
                        && !layer.left().quantity().isNegative()));
    }

    private static TraceEvent split(LotKey from, LotKey to, String quantity) {
        Place through = Place.transformation(Bakery.BERLIN);
        return anEvent("T1", EventType.SPLIT)
                .of(DocumentType.TRANSFER_ORDER, "T1")
                .moving(from, quantity, STOCK, through)
                .moving(to, quantity, through, STOCK)
                .making(to, from, quantity)
                .build();
    }

    private static LotKey lot(int number) {
        return aLot("B" + number).key();
    }

    private int lines(TraceEvent event) {
        return books.book(event).orElseThrow().lines().size();
    }

    private String sold(TraceEvent event) {
        Money before = books.balance(Account.COST_OF_GOODS_SOLD);
        books.book(event);
        return books.balance(Account.COST_OF_GOODS_SOLD)
                .minus(before)
                .getAmount()
                .toString();
    }

    private void assertValues(String expected) {
        assertEquals(
                expected,
                Stream.of(ONE, TWO)
                        .map(lot -> books.valueOf(lot).getAmount().toString())
                        .collect(Collectors.joining(" ")));
        assertSound(books);
    }
}
