package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.disposed;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Captured.reversed;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Goods.goods;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.IssueFigures;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.MethodComparison;
import org.lottrace.api.cost.store.PeriodStore.Flow;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** What the same receipts and issues cost by each method. */
class MethodComparisonTest {
    private static final LotKey ONE = aLot("L1").key();
    private static final LotKey TWO = aLot("L2").key();
    private static final TraceEvent FIRST = received("N1", "P1", goods(ONE, "100 KGM"));
    private static final TraceEvent SECOND = received("N2", "P2", goods(TWO, "100 KGM"));
    private static final TraceEvent PICKED = shipped("S1", "SO1", goods(TWO, "100 KGM"));
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final MemoryBooks books = new MemoryBooks().priced("P1", "2.00").priced("P2", "3.00");

    @Test
    void the_dearer_lot_was_picked_and_the_methods_say_what_that_made() {
        books.bookAll(FIRST, SECOND, PICKED);

        assertFigures("300.00 0.00 200.00 | 200.00 0.00 300.00 | 250.00 0.00 250.00", compared());
        assertEquals("EUR 500.00", compared().in().value().toString());
        assertEquals(compared().booked(), compared().lotActual());
    }

    @Test
    void what_comes_back_comes_at_what_it_left_at() {
        books.bookAll(FIRST, SECOND, PICKED, returned("R1", "S1", goods(TWO, "40 KGM")));

        assertFigures("180.00 0.00 320.00 | 120.00 0.00 380.00 | 150.00 0.00 350.00", compared());
        assertEquals(kilograms("60"), compared().sold());
    }

    @Test
    void what_came_back_of_a_shipment_before_these_days_comes_at_what_is_booked() {
        books.bookAll(FIRST, SECOND, PICKED);
        long before = books.entries().size();
        books.bookAll(returned("R1", "S1", goods(TWO, "40 KGM")));

        assertFigures("-120.00 0.00 320.00 | -120.00 0.00 320.00 | -120.00 0.00 320.00", compared(before));
    }

    @Test
    void what_was_consumed_and_destroyed_is_another_issue() {
        books.bookAll(FIRST, SECOND, consumed("C1", "MO1", goods(TWO, "50 KGM")), disposed("D1", TWO, "50 KGM"));

        assertFigures("0.00 300.00 200.00 | 0.00 200.00 300.00 | 0.00 250.00 250.00", compared());
    }

    @Test
    void what_was_undone_never_was() {
        books.bookAll(FIRST, SECOND, PICKED, reversed("X1", PICKED), shipped("S2", "SO1", goods(ONE, "10 KGM")));

        assertFigures("20.00 0.00 480.00 | 20.00 0.00 480.00 | 25.00 0.00 475.00", compared());
        assertEquals(kilograms("10"), compared().sold());
    }

    @Test
    void all_begin_with_what_the_books_had() {
        books.bookAll(FIRST, SECOND);
        long before = books.entries().size();
        books.bookAll(PICKED);

        MethodComparison compared = compared(before);

        assertEquals("EUR 500.00", compared.opening().value().toString());
        assertEquals("EUR 0.00", compared.in().value().toString());
        assertFigures("300.00 0.00 200.00 | 200.00 0.00 300.00 | 250.00 0.00 250.00", compared);
    }

    @Test
    void more_than_there_is_leaves_at_what_it_was_booked_at() {
        books.bookAll(FIRST, PICKED_EARLY, SECOND);
        List<Flow> late = flows(List.of(books.entries().get(1), books.entries().get(0)));

        MethodComparison compared = compare(List.of(), late, new TreeMap<>());

        assertFigures("100.00 0.00 100.00 | 100.00 0.00 100.00 | 100.00 0.00 100.00", compared);
    }

    private static final TraceEvent PICKED_EARLY = shipped("S0", "SO1", goods(ONE, "50 KGM"));

    /** A split, or goods that were found at another place. */
    @Test
    void what_moves_within_the_item_neither_came_nor_left() {
        books.bookAll(FIRST, SECOND);
        List<Flow> flows = flows(books.entries());
        flows.add(flow(9, EventType.SPLIT, ONE, "-40", "-80.00"));
        flows.add(flow(9, EventType.SPLIT, TWO, "40", "80.00"));

        MethodComparison compared = compare(List.of(), flows, new TreeMap<>());

        assertEquals("EUR 500.00", compared.in().value().toString());
        assertEquals(kilograms("0"), compared.otherIssues());
        assertFigures("0.00 0.00 500.00 | 0.00 0.00 500.00 | 0.00 0.00 500.00", compared);
    }

    @Test
    void a_cost_that_becomes_known_later_belongs_to_its_lot_as_long_as_something_of_it_is_there() {
        books.bookAll(FIRST, SECOND);
        List<Flow> flows = flows(books.entries());
        flows.add(flow(8, EventType.COST, ONE, "0", "50.00"));
        flows.add(flow(9, EventType.DISPOSE, TWO, "-100", "-300.00"));

        MethodComparison compared = compare(List.of(), flows, new TreeMap<>());

        assertFigures("0.00 300.00 250.00 | 0.00 250.00 300.00 | 0.00 275.00 275.00", compared);
    }

    @Property(tries = 300)
    void opening_and_what_came_in_are_what_was_issued_and_what_is_left(
            @ForAll @Size(max = 40) List<@IntRange(max = 95_999) Integer> steps,
            @ForAll @IntRange(max = 40) int opened) {
        RandomBakery bakery = new RandomBakery();
        steps.forEach(step -> bakery.take(step(step, RandomBakery.Kind.values())));
        MemoryBooks random = bakery.books();
        int before = Math.min(opened, random.entries().size());

        List<Flow> flows =
                flows(random.entries().subList(before, random.entries().size()));
        for (MethodComparison item : compareAll(opening(random, before), flows, new TreeMap<>())) {
            Money all = item.opening().value().plus(item.in().value());
            Stream.of(item.booked(), item.lotActual(), item.fifo(), item.weightedAverage())
                    .forEach(figures -> assertEquals(all, figures.total()));
        }
    }

    @Property(tries = 300)
    void lot_by_lot_the_replay_says_what_the_books_say(
            @ForAll @Size(max = 40) List<@IntRange(max = 95_999) Integer> steps) {
        RandomBakery bakery = new RandomBakery();
        steps.forEach(step -> bakery.take(step(
                step,
                RandomBakery.Kind.RECEIVE,
                RandomBakery.Kind.CONSUME,
                RandomBakery.Kind.SHIP,
                RandomBakery.Kind.FIND,
                RandomBakery.Kind.MISS,
                RandomBakery.Kind.DISPOSE)));

        compareAll(List.of(), flows(bakery.books().entries()), new TreeMap<>())
                .forEach(item -> assertEquals(item.booked(), item.lotActual()));
    }

    /** Against an account of its own in fractions of a cent, which is kept in quite another way. */
    @Property(tries = 300)
    void first_in_first_out_and_average_are_what_a_plain_account_says(
            @ForAll @Size(max = 40) List<@IntRange(max = 95_999) Integer> steps) {
        RandomBakery bakery = new RandomBakery();
        steps.forEach(step ->
                bakery.take(step(step, RandomBakery.Kind.RECEIVE, RandomBakery.Kind.SHIP, RandomBakery.Kind.DISPOSE)));
        List<Flow> flows = flows(bakery.books().entries());

        PlainAccount plain = new PlainAccount();
        flows.stream().filter(line -> line.account() == Account.INVENTORY).forEach(plain::take);

        for (MethodComparison item : compareAll(List.of(), flows, new TreeMap<>())) {
            BigDecimal most = CENT.multiply(BigDecimal.valueOf(plain.receipts));
            assertTrue(off(plain.fifoLeft(), item.fifo().closing()).compareTo(most) <= 0);
            assertTrue(off(plain.averageLeft, item.weightedAverage().closing()).compareTo(most) <= 0);
        }
    }

    private static BigDecimal off(BigDecimal exact, Money rounded) {
        return exact.subtract(rounded.getAmount()).abs();
    }

    /** Kilogram by kilogram, each with the cost it came in with; and one sum of all for the average. */
    private static final class PlainAccount {
        private final Deque<BigDecimal> kilograms = new ArrayDeque<>();
        private BigDecimal averageLeft = BigDecimal.ZERO;
        private int receipts;

        void take(Flow line) {
            int quantity = line.amount().quantity().amount().intValueExact();
            if (quantity > 0) {
                BigDecimal value = line.amount().value().getAmount();
                BigDecimal each = value.divide(BigDecimal.valueOf(quantity), MathContext.DECIMAL128);
                for (int i = 0; i < quantity; i++) {
                    kilograms.addLast(each);
                }
                averageLeft = averageLeft.add(value);
                receipts++;
            } else {
                BigDecimal left = BigDecimal.valueOf(kilograms.size() + quantity);
                averageLeft = averageLeft
                        .multiply(left)
                        .divide(BigDecimal.valueOf(kilograms.size()), 20, RoundingMode.HALF_UP);
                for (int i = 0; i < -quantity; i++) {
                    kilograms.removeFirst();
                }
            }
        }

        BigDecimal fifoLeft() {
            return kilograms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    static RandomBakery.Step step(int number, RandomBakery.Kind... kinds) {
        return new RandomBakery.Step(
                kinds[number % kinds.length], number / 8 % 4, number / 32 % 3, 1 + number / 96 % 1000);
    }

    private MethodComparison compared() {
        return compared(0);
    }

    private MethodComparison compared(long before) {
        List<JournalEntry> entries =
                books.entries().subList((int) before, books.entries().size());
        return compare(opening(books, (int) before), flows(entries), undone(entries));
    }

    private static MethodComparison compare(List<LotCost> opening, List<Flow> flows, TreeMap<Long, Long> undone) {
        List<MethodComparison> all = compareAll(opening, flows, undone);
        assertEquals(1, all.size());
        return all.get(0);
    }

    static List<MethodComparison> compareAllOf(MemoryBooks books) {
        return compareAll(List.of(), flows(books.entries()), undone(books.entries()));
    }

    private static List<MethodComparison> compareAll(
            List<LotCost> opening, List<Flow> flows, TreeMap<Long, Long> undone) {
        Set<LotKey> cameBack = flows.stream()
                .filter(line -> line.account() == Account.COST_OF_GOODS_SOLD
                        && line.amount().quantity().isNegative())
                .map(Flow::lot)
                .collect(Collectors.toCollection(TreeSet::new));
        MethodComparer comparer = new MethodComparer(CurrencyUnit.EUR, cameBack, undone, Set.of(ONE.item()));
        opening.forEach(comparer::open);
        flows.forEach(comparer::take);
        return comparer.results(List.of(ONE.item()));
    }

    /** What the first entries leave of each lot. */
    private static List<LotCost> opening(MemoryBooks books, int entries) {
        Map<LotKey, CostedQuantity> left = new TreeMap<>();
        flows(books.entries().subList(0, entries)).stream()
                .filter(line -> line.account() == Account.INVENTORY)
                .forEach(line -> left.merge(line.lot(), line.amount(), CostedQuantity::plus));
        return left.entrySet().stream()
                .map(lot ->
                        new LotCost(lot.getKey(), lot.getValue(), lot.getValue().minus(lot.getValue())))
                .toList();
    }

    private static TreeMap<Long, Long> undone(List<JournalEntry> entries) {
        TreeMap<Long, Long> undone = new TreeMap<>();
        ReversedEntries.of(entries).forEach((reversal, original) -> undone.put(reversal.number(), original.number()));
        return undone;
    }

    private static List<Flow> flows(List<JournalEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.lines().stream()
                        .filter(line -> line.lot().isPresent())
                        .filter(line ->
                                line.account() == Account.INVENTORY || line.account() == Account.COST_OF_GOODS_SOLD)
                        .map(line -> new Flow(
                                entry.number(),
                                entry.type(),
                                line.account(),
                                line.lot().orElseThrow(),
                                line.orderLine(),
                                Books.costed(line))))
                .collect(Collectors.toList());
    }

    private static Flow flow(long entry, EventType type, LotKey lot, String kilograms, String euros) {
        return new Flow(
                entry,
                type,
                Account.INVENTORY,
                lot,
                Optional.empty(),
                new CostedQuantity(kilograms(kilograms), Money.parse("EUR " + euros)));
    }

    private static Quantity kilograms(String amount) {
        return Quantity.of(amount, "KGM");
    }

    /** Of each method: cost of goods sold, other issues, and what is left. */
    private static void assertFigures(String expected, MethodComparison compared) {
        assertEquals(
                expected,
                Stream.of(compared.lotActual(), compared.fifo(), compared.weightedAverage())
                        .map(MethodComparisonTest::text)
                        .collect(Collectors.joining(" | ")));
    }

    private static String text(IssueFigures figures) {
        return figures.costOfGoodsSold().getAmount() + " "
                + figures.otherIssues().getAmount() + " " + figures.closing().getAmount();
    }
}
