package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.cost.CostElement.CONVERSION;
import static org.lottrace.api.cost.CostElement.FREIGHT;
import static org.lottrace.api.cost.CostElement.MATERIAL;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.produced;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.returned;
import static org.lottrace.cost.internal.Captured.reversed;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Goods.goods;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AllocationKey;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.TooMuchException;

/** Material, freight and conversion stay apart from the receipt to what was sold. */
class ElementReplayTest {
    private static final LotKey L1 = aLot("L1").key();
    private static final LotKey F1 = aLot("F1").of(BREAD).madeAt(Bakery.BERLIN).key();

    private final MemoryBooks books = new MemoryBooks().priced("P1", "2.00");
    private Elements sold = Elements.NOTHING;

    /** 40 of 100 kg for 200.00 and freight of 10.00: 80.00 and 4.00; and 33.33 to bake 80 breads, of which 30 are sold. */
    @Test
    void elements_go_through_production_into_the_cost_of_goods_sold() {
        books.bookAll(
                received("N1", "P1", goods(L1, "100 KGM")),
                Documents.landed("F-1", "10.00", AllocationKey.EQUAL, Documents.target("0", L1)),
                consumed("C1", "MO1", goods(L1, "40 KGM")));
        assertEquals(elements(8000, 400, 0), replayed().held(Account.WORK_IN_PROCESS, L1));
        books.bookAll(
                Documents.absorbed("A-1", "MO1", "33.33"),
                produced("B1", "MO1", goods(F1, "80 C62"), goods(L1, "40 KGM")),
                shipped("S1", "SO1", goods(F1, "30 C62")));

        ElementReplay replay = replayed();

        assertEquals(elements(12000, 600, 0), replay.held(Account.INVENTORY, L1));
        assertEquals(elements(5000, 250, 2083), replay.held(Account.INVENTORY, F1));
        assertEquals(elements(3000, 150, 1250), sold);
    }

    @Test
    void what_comes_back_brings_its_elements_back() {
        books.bookAll(
                received("N1", "P1", goods(L1, "100 KGM")),
                Documents.landed("F-1", "10.00", AllocationKey.EQUAL, Documents.target("0", L1)),
                shipped("S1", "SO1", goods(L1, "40 KGM")),
                returned("R1", "S1", goods(L1, "40 KGM")));

        assertEquals(elements(20000, 1000, 0), replayed().held(Account.INVENTORY, L1));
        assertEquals(Elements.NOTHING, sold);
    }

    @Test
    void a_production_that_is_reversed_gives_its_elements_back_to_the_process() {
        TraceEvent baked = produced("B1", "MO1", goods(F1, "80 C62"), goods(L1, "40 KGM"));
        books.bookAll(
                received("N1", "P1", goods(L1, "100 KGM")),
                Documents.landed("F-1", "10.00", AllocationKey.EQUAL, Documents.target("0", L1)),
                consumed("C1", "MO1", goods(L1, "40 KGM")),
                baked,
                reversed("X1", baked));

        assertEquals(elements(8000, 400, 0), replayed().held(Account.WORK_IN_PROCESS, L1));
        assertEquals(Elements.NOTHING, replayed().held(Account.INVENTORY, F1));
    }

    @Test
    void a_lower_price_makes_the_material_cheaper_and_not_the_freight() {
        books.bookAll(
                received("N1", "P1", goods(L1, "100 KGM")),
                Documents.landed("F-1", "10.00", AllocationKey.EQUAL, Documents.target("0", L1)),
                Documents.invoice("R-1", "P1", "100 KGM", "190.00", LateCost.Policy.VARIANCE));

        assertEquals(elements(19000, 1000, 0), replayed().held(Account.INVENTORY, L1));
    }

    @Property(tries = 300)
    void lots_and_cost_of_goods_sold_by_element_are_their_accounts_to_the_cent(
            @ForAll("steps") List<RandomBakery.Step> steps) {
        RandomBakery bakery = new RandomBakery();
        steps.forEach(bakery::take);

        ElementReplay replay = replay(bakery.books());

        for (LotCost cost : bakery.books().lots()) {
            Elements onStock = replay.held(Account.INVENTORY, cost.lot());
            Elements inProcess = replay.held(Account.WORK_IN_PROCESS, cost.lot());
            assertEquals(cost.onStock().value().getAmountMinorLong(), onStock.total());
            assertEquals(cost.inProcess().value().getAmountMinorLong(), inProcess.total());
            assertTrue(Arrays.stream(CostElement.values())
                    .allMatch(element -> onStock.of(element) >= 0 && inProcess.of(element) >= 0));
        }
        assertEquals(bakery.books().balance(Account.COST_OF_GOODS_SOLD).getAmountMinorLong(), sold.total());
    }

    /** What is asked of a lot reads the entries of the lots it came from, and no others. */
    @Property(tries = 200)
    void a_lot_alone_has_the_elements_that_it_has_in_the_whole_journal(@ForAll("steps") List<RandomBakery.Step> steps) {
        RandomBakery bakery = new RandomBakery();
        steps.forEach(bakery::take);

        ElementReplay whole = replay(bakery.books());

        for (LotCost cost : bakery.books().lots()) {
            ElementReplay alone = alone(bakery.books()).of(cost.lot());
            assertEquals(whole.held(Account.INVENTORY, cost.lot()), alone.held(Account.INVENTORY, cost.lot()));
            assertEquals(
                    whole.held(Account.WORK_IN_PROCESS, cost.lot()), alone.held(Account.WORK_IN_PROCESS, cost.lot()));
        }
    }

    @Property(tries = 200)
    void at_weighted_average_a_lot_alone_has_its_whole_value_by_element(
            @ForAll("steps") List<RandomBakery.Step> steps) {
        RandomBakery bakery = new RandomBakery();
        steps.forEach(bakery::take);

        for (LotCost cost : bakery.books().lots()) {
            assertEquals(
                    cost.onStock().value().getAmountMinorLong(),
                    alone(bakery.books())
                            .of(cost.lot())
                            .held(Account.INVENTORY, cost.lot())
                            .total());
        }
    }

    /** What was sold is told from the entries of what was sold and what it was made of. */
    @Property(tries = 200)
    void what_was_sold_of_some_days_has_the_elements_that_it_has_in_the_whole_journal(
            @ForAll("steps") List<RandomBakery.Step> steps) {
        RandomBakery bakery = new RandomBakery();
        steps.forEach(bakery::take);
        replay(bakery.books());

        assertEquals(sold, alone(bakery.books()).sold(soldLots(bakery.books()), Bakery.TODAY, Bakery.TODAY));
    }

    @Property(tries = 200)
    void at_weighted_average_what_was_sold_by_element_is_its_account(@ForAll("steps") List<RandomBakery.Step> steps) {
        RandomBakery bakery = new RandomBakery();
        steps.forEach(bakery::take);

        assertEquals(
                bakery.books().balance(Account.COST_OF_GOODS_SOLD).getAmountMinorLong(),
                alone(bakery.books())
                        .sold(soldLots(bakery.books()), Bakery.TODAY, Bakery.TODAY)
                        .total());
    }

    @Test
    void what_comes_from_too_many_entries_is_refused_with_what_to_do() {
        books.bookAll(
                received("N1", "P1", goods(L1, "100 KGM")),
                shipped("S1", "SO1", goods(L1, "40 KGM")),
                shipped("S2", "SO1", goods(L1, "40 KGM")));

        new ElementsOfLots(books, 3, 3).of(L1);
        new ElementsOfLots(books, 2, 2).of(L1);
        TooMuchException refused = assertThrows(TooMuchException.class, () -> new ElementsOfLots(books, 3, 2).of(L1));

        assertTrue(refused.getMessage().contains("more than 2 entries"), refused.getMessage());
    }

    /** What does not belong to what was sold is not read. */
    @Test
    void goods_that_were_not_sold_are_not_read() {
        LotKey other = aLot("L2").key();
        books.bookAll(
                received("N1", "P1", goods(L1, "100 KGM")),
                received("N2", "P1", goods(other, "100 KGM")),
                shipped("S1", "SO1", goods(L1, "40 KGM")));

        assertEquals(
                elements(8000, 0, 0),
                new ElementsOfLots(books, 3, 2).sold(soldLots(books), Bakery.TODAY, Bakery.TODAY));
    }

    private static ElementsOfLots alone(MemoryBooks books) {
        return new ElementsOfLots(books, books.entries().size());
    }

    private static Set<LotKey> soldLots(MemoryBooks books) {
        return books.entries().stream()
                .flatMap(entry -> entry.lines().stream())
                .filter(line -> line.account() == Account.COST_OF_GOODS_SOLD)
                .flatMap(line -> line.lot().stream())
                .collect(Collectors.toSet());
    }

    private ElementReplay replayed() {
        return replay(books);
    }

    private ElementReplay replay(MemoryBooks of) {
        sold = Elements.NOTHING;
        ElementReplay replay = new ElementReplay();
        Map<EventId, ElementReplay.Said> said = alone(of).said(of.entries());
        for (JournalEntry entry : of.entries()) {
            sold = sold.plus(replay.take(entry, said.getOrDefault(entry.event(), ElementReplay.Said.MATERIAL)));
        }
        return replay;
    }

    private static Elements elements(long material, long freight, long conversion) {
        return Elements.of(MATERIAL, material)
                .plus(Elements.of(FREIGHT, freight))
                .plus(Elements.of(CONVERSION, conversion));
    }

    @Provide
    Arbitrary<List<RandomBakery.Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(RandomBakery.Kind.values()),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 1000))
                .as(RandomBakery.Step::new)
                .list()
                .ofMaxSize(40);
    }
}
