package org.lottrace.cost.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.DocumentType.PRODUCTION_ORDER;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.cost.internal.Captured.STOCK;
import static org.lottrace.cost.internal.Captured.consumed;
import static org.lottrace.cost.internal.Captured.received;
import static org.lottrace.cost.internal.Captured.shipped;
import static org.lottrace.cost.internal.Documents.absorbed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostSource;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/** Who bears the 40 euros of flour, and what the order has absorbed, whether it is told at once or one after the other. */
class JointCostTest {
    private static final LotKey FLOUR = aLot("L1").key();
    private static final LotKey LOAF =
            aLot("F1").of(BREAD).madeAt(Bakery.BERLIN).key();
    private static final LotKey CAKE =
            aLot("F2").of(BREAD).madeAt(Bakery.BERLIN).key();
    private static final LotKey BRAN = aLot("B1").madeAt(Bakery.BERLIN).key();

    private final MemoryBooks books = new MemoryBooks().priced("P2", "2.00");

    @BeforeEach
    void flour_is_consumed() {
        books.bookAll(
                received("N1", "P2", Goods.goods(FLOUR, "20 KGM")),
                consumed("C1", "MO1", Goods.goods(FLOUR, "20 KGM")));
    }

    @AfterEach
    void nothing_is_lost() {
        assertEquals(euros("0.00"), books.balance(Account.WORK_IN_PROCESS));
        assertEquals(euros("0.00"), books.balance(Account.CONVERSION_IN_PROCESS));
        assertEquals(
                books.balance(Account.INVENTORY),
                books.lots().stream().map(lot -> lot.value()).reduce(euros("0.00"), Money::plus));
    }

    @Test
    void a_later_output_takes_its_part_of_the_conversion_cost() {
        books.bookAll(
                absorbed("A1", "MO1", "10.00"),
                first(made(LOAF, "30 C62", Optional.empty()), "LOAF 20"),
                later("M2", made(CAKE, "10 C62", Optional.empty()), "LOAF 15", "CAKE 5"));

        assertEquals(euros("37.50"), books.valueOf(LOAF));
        assertEquals(euros("12.50"), books.valueOf(CAKE));
        assertEquals(
                List.of(euros("10.00"), euros("2.50")),
                books.sourcesOf(CAKE).stream().map(CostSource::value).toList());
    }

    @Test
    void what_the_order_absorbed_since_is_shared_with_the_outputs_of_before() {
        books.bookAll(
                absorbed("A1", "MO1", "6.00"),
                first(made(LOAF, "30 C62", Optional.empty()), "LOAF 20"),
                absorbed("A2", "MO1", "4.00"),
                later("M2", made(CAKE, "10 C62", Optional.empty()), "LOAF 15", "CAKE 5"));

        assertEquals(euros("37.50"), books.valueOf(LOAF));
        assertEquals(euros("12.50"), books.valueOf(CAKE));
    }

    @Test
    void what_was_sold_before_a_later_output_leaves_its_part_as_variance() {
        books.bookAll(
                absorbed("A1", "MO1", "10.00"),
                first(made(LOAF, "30 C62", Optional.empty()), "LOAF 20"),
                shipped("S1", "SO1", Goods.goods(LOAF, "30 C62")),
                later("M2", made(CAKE, "10 C62", Optional.empty()), "LOAF 15", "CAKE 5"));

        assertEquals(euros("50.00"), books.balance(Account.COST_OF_GOODS_SOLD));
        assertEquals(euros("-12.50"), books.balance(Account.PRODUCTION_VARIANCE));
        assertEquals(euros("12.50"), books.valueOf(CAKE));
    }

    /** What an output was worth before its value was spread over all lots is what its production gave it. */
    @Test
    void at_weighted_average_a_later_output_shares_what_the_production_gave_and_not_the_average() {
        LotKey old = aLot("OLD").of(LOAF.item()).key();
        books.bookAll(
                Documents.method("M", LOAF.item(), CostMethod.WEIGHTED_AVERAGE),
                received("N9", "P2", Goods.goods(old, "30 C62")),
                absorbed("A1", "MO1", "10.00"),
                first(made(LOAF, "30 C62", Optional.empty()), "LOAF 20"));
        Money before = books.valueOf(LOAF).plus(books.valueOf(old));
        assertEquals(books.valueOf(old), books.valueOf(LOAF));

        books.book(later("M2", made(CAKE, "10 C62", Optional.empty()), "LOAF 15", "CAKE 5"));

        assertEquals(before, books.valueOf(LOAF).plus(books.valueOf(old)).plus(books.valueOf(CAKE)));
        assertEquals(euros("0.00"), books.balance(Account.PRODUCTION_VARIANCE));
    }

    @ParameterizedTest
    @CsvSource({"1.00, 5.00, 45.00", "0.00, 0.00, 50.00", "9.00, 40.00, 10.00"})
    void a_by_product_costs_the_same_whether_it_is_told_at_once_before_or_later(
            String perUnit, String byProduct, String main) {
        EventLine bran = made(BRAN, "5 KGM", Optional.of(perUnit));
        EventLine loaf = made(LOAF, "30 C62", Optional.empty());
        books.book(absorbed("A1", "MO1", "10.00"));
        MemoryBooks together = books.copy();
        MemoryBooks before = books.copy();
        together.book(first(List.of(loaf, bran), "LOAF 15", "BRAN 5"));
        before.bookAll(first(bran, "BRAN 20"), later("M2", loaf, "LOAF 15", "BRAN 5"));
        books.bookAll(first(loaf, "LOAF 20"), later("M2", bran, "LOAF 15", "BRAN 5"));

        for (MemoryBooks told : List.of(together, before, books)) {
            assertEquals(euros(byProduct), told.valueOf(BRAN));
            assertEquals(euros(main), told.valueOf(LOAF));
        }
    }

    @Test
    void joint_products_bear_their_shares_of_what_a_by_product_leaves() {
        EventLine bran = made(BRAN, "5 KGM", Optional.of("1.00"));
        List<EventLine> lines =
                List.of(made(LOAF, "30 C62", Optional.empty()), bran, made(CAKE, "1 C62", Optional.empty()));
        books.bookAll(
                absorbed("A1", "MO1", "10.00"),
                sharing(first(lines, "LOAF 10", "BRAN 5", "CAKE 5"), "60 " + LOAF, "40 " + CAKE));

        assertEquals(euros("5.00"), books.valueOf(BRAN));
        assertEquals(euros("27.00"), books.valueOf(LOAF));
        assertEquals(euros("18.00"), books.valueOf(CAKE));
    }

    @Test
    void an_ingredient_of_a_by_product_alone_is_borne_by_the_main_output_as_far_as_the_by_product_leaves_it() {
        LotKey yeast = aLot("Y1").key();
        books.bookAll(
                received("N2", "P2", Goods.goods(yeast, "3 KGM")), consumed("C2", "MO1", Goods.goods(yeast, "3 KGM")));
        EventBuilder event = anEvent("M1", EventType.PRODUCE).of(PRODUCTION_ORDER, "MO1");
        Captured.used(event, "MO1", Goods.goods(FLOUR, "20 KGM"));
        Captured.used(event, "MO1", Goods.goods(yeast, "3 KGM"));
        event.making(LOAF, FLOUR, "20 KGM").making(BRAN, yeast, "3 KGM");
        event.with(made(LOAF, "30 C62", Optional.empty())).with(made(BRAN, "1 KGM", Optional.of("2.00")));
        books.book(event.build());

        assertEquals(euros("2.00"), books.valueOf(BRAN));
        assertEquals(euros("44.00"), books.valueOf(LOAF));
    }

    @Test
    void more_of_the_same_lot_that_is_told_later_changes_no_value() {
        books.bookAll(
                first(made(LOAF, "30 C62", Optional.empty()), "LOAF 20"),
                later("M2", made(LOAF, "10 C62", Optional.empty()), "LOAF 20"));

        assertEquals(euros("40.00"), books.valueOf(LOAF));
        assertEquals(quantity("40 C62"), books.costOf(LOAF).orElseThrow().quantity());
    }

    @Test
    void a_later_output_that_was_reversed_and_told_again_takes_the_same_as_before() {
        TraceEvent told = later("M2", made(CAKE, "10 C62", Optional.empty()), "LOAF 15", "CAKE 5");
        books.bookAll(
                absorbed("A1", "MO1", "10.00"),
                first(made(LOAF, "30 C62", Optional.empty()), "LOAF 20"),
                told,
                Captured.reversed("R1", told),
                later("M3", made(CAKE, "10 C62", Optional.empty()), "LOAF 15", "CAKE 5"));

        assertEquals(euros("37.50"), books.valueOf(LOAF));
        assertEquals(euros("12.50"), books.valueOf(CAKE));
    }

    private static TraceEvent first(EventLine line, String... edges) {
        return first(List.of(line), edges);
    }

    private static TraceEvent first(List<EventLine> lines, String... edges) {
        EventBuilder event = anEvent("M1", EventType.PRODUCE).of(PRODUCTION_ORDER, "MO1");
        Captured.used(event, "MO1", Goods.goods(FLOUR, "20 KGM"));
        tied(event, edges);
        lines.forEach(event::with);
        return event.build();
    }

    private static TraceEvent later(String id, EventLine line, String... edges) {
        EventBuilder event = anEvent(id, EventType.PRODUCE).of(PRODUCTION_ORDER, "MO1");
        tied(event, edges);
        return event.with(line).build().saying(List.of(KeyDataElement.SHARES_ANEW.is(new KeyDataValue.Text("M1"))));
    }

    private static TraceEvent sharing(TraceEvent event, String... shares) {
        List<KeyDatum> said = new ArrayList<>();
        for (String share : shares) {
            said.add(KeyDataElement.COST_SHARE.is(new KeyDataValue.Text(share)));
        }
        return event.saying(said);
    }

    private static void tied(EventBuilder event, String... edges) {
        for (String edge : edges) {
            String[] words = edge.split(" ");
            LotKey output =
                    switch (words[0]) {
                        case "LOAF" -> LOAF;
                        case "CAKE" -> CAKE;
                        default -> BRAN;
                    };
            event.making(output, FLOUR, words[1] + " KGM");
        }
    }

    private static EventLine made(LotKey lot, String quantity, Optional<String> perUnit) {
        EventLine line = new EventLine(
                lot,
                Position.at(Place.transformation(Bakery.BERLIN)),
                Position.at(STOCK),
                quantity(quantity),
                quantity(quantity),
                Optional.empty());
        return perUnit.map(price -> line.at(new LinePrice(
                        lot.item(),
                        new UnitPrice(new BigDecimal(price), "EUR", new UnitOfMeasure("KGM")),
                        BigDecimal.ONE,
                        Optional.empty())))
                .orElse(line);
    }

    private static Money euros(String amount) {
        return Money.parse("EUR " + amount);
    }
}
