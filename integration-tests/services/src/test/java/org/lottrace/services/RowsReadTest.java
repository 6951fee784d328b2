package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.NOW;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.cost.RecallCosting;
import org.lottrace.api.cost.RecallGoods;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.fixture.ShipNoticeBuilder;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.rootcause.RootCause;
import org.lottrace.api.rootcause.RootCauseQuestion;
import org.lottrace.company.TestCompany;
import org.lottrace.company.WorkingBakery;
import org.lottrace.persistence.testing.SentStatement;
import org.lottrace.persistence.testing.SentStatements;

/** What a use case reads does not grow with what lies where its goods go: as many rows with 300 lots there as with none. */
@ParameterizedClass
@EnumSource(StatementCountTest.Database.class)
class RowsReadTest {
    private static final int MANY = 300;
    private static final int USES = 30;

    @Parameter
    StatementCountTest.Database on;

    private WorkingBakery bakery;
    private int calls;

    @BeforeEach
    void open() {
        bakery = new WorkingBakery(TestCompany.on(on.empty().withBakery()).with(Clock.class, Bakery.CLOCK)).withFlour();
        ShipNoticeBuilder notice = aShipNotice("MANY");
        IntStream.range(0, MANY)
                .forEach(lot -> notice.announcing(
                        "PO1", 1, FLOUR, "M" + lot, "1 BG", Optional.of(NEXT_YEAR), Optional.empty()));
        bakery.expect(notice.build());
        done(bakery.receive("many", "MANY"));
    }

    @AfterEach
    void close() {
        bakery.company().close();
    }

    @Test
    void a_consumption_into_an_order_with_many_lots_in_process() {
        done(bakery.consume("full", "FULL", many()));

        assertReadsTheSame(() -> consume("c1", "EMPTY", FLOUR_1), () -> consume("c2", "FULL", FLOUR_2));
    }

    @Test
    void a_consumption_of_a_class_that_nobody_there_keeps_apart_from() {
        done(bakery.consume("full", "FULL", many()));
        consume("one", "ONE", FLOUR_1);
        keepSaltFromFlour();

        assertReadsTheSame(() -> consume("c1", "ONE", FLOUR_1), () -> consume("c2", "FULL", FLOUR_1));
    }

    @Test
    void packing_into_a_unit_at_a_place_with_many_lots() {
        keepSaltFromFlour();

        assertReadsTheSame(() -> pack("p1", GATE, 1, FLOUR_1), () -> pack("p2", DOCK, 2, FLOUR_2));
    }

    @Test
    void the_arrival_of_a_unit_on_a_road_with_many_lots() {
        send("d1", Optional.of(pallet(1)), on(SHELF, FLOUR_1, "1 KGM"));
        send("d2", Optional.of(pallet(2)), on(SHELF, FLOUR_2, "1 KGM"));

        int alone = rowsReadBy(() -> arrive("a1", 1));
        send("d3", Optional.empty(), many());

        assertEquals(alone, rowsReadBy(() -> arrive("a2", 2)));
    }

    @Test
    void the_custody_of_bread_from_flour_that_went_into_much_else() {
        LotKey first = baked("FIRST", FLOUR_1);
        int alone = rowsOfAnswer(genealogy -> genealogy.custody(first));
        IntStream.range(0, USES).forEach(use -> baked("USE" + use, FLOUR_1));
        LotKey last = baked("LAST", FLOUR_1);

        assertEquals(alone, rowsOfAnswer(genealogy -> genealogy.custody(last)));
    }

    @Test
    void the_transfer_order_of_flour_on_the_road_that_went_into_much_else() {
        send("d1", Optional.empty(), on(SHELF, FLOUR_1, "1 KGM"));
        int alone = rowsOfAnswer(genealogy -> genealogy.whereabouts(List.of(FLOUR_1)));
        IntStream.range(0, USES).forEach(use -> consume("c" + use, "USE" + use, FLOUR_1));

        assertEquals(alone, rowsOfAnswer(genealogy -> genealogy.whereabouts(List.of(FLOUR_1))));
    }

    @Test
    void what_is_asked_about_some_lots_of_an_item_with_many_old_ones() {
        LotKey bread = baked("B", FLOUR_1);
        Map<String, Integer> alone = rowsAboutSome(bread);
        bakery.unitOfWork().run(() -> IntStream.range(0, MANY).forEach(number -> bakery.database()
                .lots()
                .insert(aLot("OLD" + number)
                        .of(BREAD)
                        .madeAt(BERLIN)
                        .producedOn("2020-01-02")
                        .expiring("2020-01-09")
                        .build())));

        assertEquals(alone, rowsAboutSome(bread));
    }

    @Test
    void a_transfer_of_a_lot_with_many_reservations() {
        reserved(0);
        transfer("t1", FLOUR_1);
        int withOne = rowsReadBy(() -> transfer("t2", FLOUR_1));
        IntStream.range(1, USES).forEach(this::reserved);

        // what is reserved is one sum for each place
        assertEquals(withOne, rowsReadBy(() -> transfer("t3", FLOUR_1)));
    }

    private void reserved(int use) {
        bakery.ordered(aSalesOrder("SO" + use).ordering(FLOUR, "1 KGM").build());
        bakery.reserve("SO" + use, 1, FLOUR_1, SHELF, "1 KGM");
    }

    @Test
    void a_transfer_of_a_lot_whose_number_many_lots_have() {
        transfer("t1", FLOUR_1);
        int alone = rowsReadBy(() -> transfer("t2", FLOUR_1));
        bakery.unitOfWork().run(() -> IntStream.range(0, MANY).forEach(number -> {
            ItemNumber item = new ItemNumber("OTHER" + number);
            bakery.database().items().save(anItem(item).in("KGM").build());
            bakery.database().lots().insert(aLot("L1").of(item).from(MILL).build());
        }));

        assertEquals(alone, rowsReadBy(() -> transfer("t3", FLOUR_1)));
    }

    @Test
    void where_a_lot_is_while_many_notices_are_open() {
        int alone = rowsOfAnswer(genealogy -> genealogy.whereabouts(List.of(FLOUR_1)));
        for (int use = 0; use < USES; use++) {
            bakery.expect(aShipNotice("OPEN" + use)
                    .announcing("PO1", 1, FLOUR, "O" + use, "1 BG", Optional.of(NEXT_YEAR), Optional.empty())
                    .build());
        }

        assertEquals(alone, rowsOfAnswer(genealogy -> genealogy.whereabouts(List.of(FLOUR_1))));
    }

    /** Lots that are used up, shipped orders, and what was decided for them. */
    @Test
    void an_allocation_of_an_item_with_a_long_history() {
        Allocation allocation = bakery.company().service(Allocation.class);
        baked("STOCK", FLOUR_1);
        List.of("FIRST", "BEFORE", "AFTER")
                .forEach(order -> bakery.ordered(
                        aSalesOrder(order).ordering(BREAD, "1 C62").build()));
        done(allocation.allocate("FIRST")); // reads what does not change
        allocation.cancel("FIRST");
        int before = rowsReadBy(() -> done(allocation.allocate("BEFORE")));
        allocation.cancel("BEFORE");

        for (int use = 0; use < USES; use++) {
            String order = "OLD" + use;
            LotKey old = baked(order, FLOUR_1);
            bakery.ordered(aSalesOrder(order).ordering(BREAD, "2 C62").build());
            done(allocation.allocate(order));
            allocation.cancel(order);
            bakery.reserve(order, 1, old, SHELF, "2 C62");
            done(bakery.ship("s" + use, "S" + use, order, leaving(1, on(SHELF, old, "2 C62"))));
        }

        assertEquals(before, rowsReadBy(() -> done(allocation.allocate("AFTER"))));
    }

    private Map<String, Integer> rowsAboutSome(LotKey bread) {
        TestCompany company = bakery.company();
        LotStore lots = bakery.database().lots();
        RecallGoods goods = new RecallGoods(List.of(bread), List.of(bread), List.of(), Bakery.TODAY);
        company.service(RecallCosting.class).draft(goods); // what is not booked yet is booked first
        return Map.of(
                "compared with a recall of the whole product",
                rowsReadBy(() -> company.service(RecallCosting.class).draft(goods)),
                "other lots of the same days, for root cause",
                rowsReadBy(() ->
                        company.service(RootCause.class).explain(new RootCauseQuestion(List.of(bread), List.of(), 1))),
                "lots of a rule of a recall",
                rowsReadBy(() -> lots.made(BREAD, Optional.of(BERLIN), Optional.of(Bakery.TODAY), Optional.empty())),
                "lots for a mock recall",
                rowsReadBy(() -> lots.someMoved(BREAD, new Random(1), 1)));
    }

    /** Without what the graph has to take in first. */
    private int rowsOfAnswer(Function<Genealogy, Object> question) {
        Genealogy genealogy = bakery.company().service(Genealogy.class);
        question.apply(genealogy);
        bakery.company().service(LedgerFollowers.class).catchUp("graph", Duration.ofMinutes(1));
        return rowsReadBy(() -> question.apply(genealogy));
    }

    private LotKey baked(String order, LotKey flour) {
        consume("c-" + order, order, flour);
        return done(bakery.produce("p-" + order, order, BREAD, "2 C62")).event().lines().stream()
                .map(EventLine::lot)
                .filter(lot -> lot.item().equals(BREAD))
                .findFirst()
                .orElseThrow();
    }

    private static LotQuantity[] many() {
        return IntStream.range(0, MANY)
                .mapToObj(lot -> on(DOCK, new LotKey(MILL, FLOUR, new LotNumber("M" + lot)), "1 KGM"))
                .toArray(LotQuantity[]::new);
    }

    private void keepSaltFromFlour() {
        bakery.unitOfWork().run(() -> {
            bakery.database()
                    .items()
                    .save(anItem(FLOUR).packed("BG", "25").having("GLUTEN").build());
            bakery.database().items().save(anItem(SALT).notWith("GLUTEN").build());
        });
    }

    private void consume(String id, String order, LotKey lot) {
        calls++; // each later than the one before: what moved at the very moment of an event is looked at as well
        done(bakery.capture()
                .consume(new Consumption(
                        aContext(id).at(NOW.plusSeconds(calls).toString()).request(),
                        order,
                        List.of(on(SHELF, lot, "1 KGM")))));
    }

    private void transfer(String id, LotKey lot) {
        calls++;
        done(bakery.capture()
                .transfer(
                        EventType.TRANSFER,
                        new Transfer(
                                aContext(id)
                                        .at(NOW.plusSeconds(calls).toString())
                                        .request(),
                                BERLIN,
                                GATE,
                                Optional.empty(),
                                List.of(on(SHELF, lot, "1 KGM")))));
    }

    private void pack(String id, LocationId to, int pallet, LotKey lot) {
        done(bakery.capture()
                .transfer(
                        EventType.PACK,
                        new Transfer(
                                aContext(id).request(),
                                BERLIN,
                                to,
                                Optional.of(pallet(pallet)),
                                List.of(on(SHELF, lot, "1 KGM")))));
    }

    private void send(String id, Optional<Sscc> unit, LotQuantity... goods) {
        done(bakery.capture().dispatch(new Dispatch(aContext(id).request(), POTSDAM, unit, List.of(goods))));
    }

    private void arrive(String id, int pallet) {
        done(bakery.capture()
                .arrive(new Arrival(
                        aContext(id).in(POTSDAM).request(), POTSDAM, SHELF, List.of(pallet(pallet)), List.of())));
    }

    private static void assertReadsTheSame(Runnable withNothing, Runnable withMany) {
        int rows = rowsReadBy(withNothing);

        assertEquals(rows, rowsReadBy(withMany));
    }

    private static int rowsReadBy(Runnable useCase) {
        return SentStatements.heard(useCase).stream()
                .mapToInt(SentStatement::rows)
                .sum();
    }
}
