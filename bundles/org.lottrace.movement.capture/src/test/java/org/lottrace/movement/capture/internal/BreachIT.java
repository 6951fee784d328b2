package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PACK;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.order.OrderProgress;
import org.lottrace.api.order.OrderStatus;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** A rule that goods or people broke refuses what is asked for, and is noted on a report of what has happened. */
class BreachIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-02-20T08:00:00Z");
    private LotKey bread;

    @BeforeEach
    void bread_is_ordered() {
        bread = bakery.baked("B1", "2026-02-28T08:00:00Z");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "20 C62").build());
        bakery.ordered(aSalesOrder("SO2").ordering(BREAD, "5 C62").build());
    }

    private static Arguments row(
            String rule,
            String refused,
            String noted,
            Consumer<BreachIT> before,
            BiFunction<BreachIT, CaptureContext, Outcome<RecordedEvent>> act) {
        return Arguments.of(rule, refused, noted, before, act);
    }

    private static Consumer<BreachIT> reserving(String order, String quantity) {
        return test -> test.bakery.reserve(order, 1, test.bread, SHELF, quantity);
    }

    private static Consumer<BreachIT> reservingFlour() {
        return test -> test.bakery.reserve("SO2", 1, FLOUR_1, SHELF, "895 KGM");
    }

    static Stream<Arguments> shipments() {
        BiFunction<BreachIT, CaptureContext, Outcome<RecordedEvent>> ship =
                (test, context) -> test.ship(context, "20 C62");
        return Stream.of(
                row("not reserved", "NOT_RESERVED", "NOT_RESERVED", test -> {}, ship),
                row("less reserved", "NOT_RESERVED", "NOT_RESERVED", reserving("SO1", "19 C62"), ship),
                row("of others", "NOT_RESERVED", "NOT_RESERVED RESERVATION_LOST", reserving("SO2", "230 C62"), ship),
                row(
                        "too much",
                        "NOT_RESERVED",
                        "NOT_RESERVED MORE_THAN_ORDERED",
                        test -> {},
                        (test, context) -> test.ship(context, "21 C62")),
                row(
                        "held",
                        "LOT_ON_HOLD",
                        "LOT_ON_HOLD",
                        reserving("SO1", "20 C62").andThen(BreachIT::hold),
                        ship),
                row(
                        "recalled",
                        "LOT_RECALLED",
                        "LOT_RECALLED",
                        reserving("SO1", "20 C62").andThen(BreachIT::recall),
                        ship),
                row("expired", "LOT_EXPIRED", "LOT_EXPIRED", BreachIT::expire, ship),
                row("short life", "SHELF_LIFE_TOO_SHORT", "SHELF_LIFE_TOO_SHORT", BreachIT::wanted_late, ship));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                row("consume", "LOT_ON_HOLD", "LOT_ON_HOLD", test -> test.bakery.hold(FLOUR_1), BreachIT::consume),
                row("consume", "STOCK_RESERVED", "RESERVATION_LOST", reservingFlour(), BreachIT::consume),
                row(
                        "consume",
                        "LOTS_INCOMPATIBLE",
                        "LOTS_INCOMPATIBLE",
                        test -> {
                            test.flours_are_kept_apart();
                            recorded(test.bakery.consume("c0", "P1", on(SHELF, FLOUR_2, "1 KGM")));
                        },
                        BreachIT::consume),
                row(
                        "move",
                        "STOCK_RESERVED",
                        "RESERVATION_LOST",
                        reservingFlour(),
                        (test, context) -> test.move(context, TRANSFER, Optional.empty())),
                row(
                        "pack",
                        "LOTS_INCOMPATIBLE",
                        "LOTS_INCOMPATIBLE",
                        test -> {
                            test.flours_are_kept_apart();
                            recorded(test.move(aContext("m0").request(), PACK, Optional.of(pallet(1)), FLOUR_2));
                        },
                        (test, context) -> test.move(context, PACK, Optional.of(pallet(1)))),
                row(
                        "dispatch",
                        "STOCK_RESERVED",
                        "RESERVATION_LOST",
                        reservingFlour(),
                        (test, context) -> test.dispatch(context, Optional.empty(), on(SHELF, FLOUR_1, "10 KGM"))),
                row(
                        "dispatch",
                        "LOTS_INCOMPATIBLE",
                        "LOTS_INCOMPATIBLE",
                        BreachIT::flours_are_kept_apart,
                        (test, context) -> test.dispatch(
                                context,
                                Optional.of(pallet(1)),
                                on(SHELF, FLOUR_1, "10 KGM"),
                                on(SHELF, FLOUR_2, "10 KGM"))),
                row(
                        "arrive",
                        "LOTS_INCOMPATIBLE",
                        "LOTS_INCOMPATIBLE",
                        test -> {
                            recorded(test.dispatch(
                                    aContext("d0").request(),
                                    Optional.of(pallet(1)),
                                    on(SHELF, FLOUR_1, "10 KGM"),
                                    on(SHELF, FLOUR_2, "10 KGM")));
                            test.flours_are_kept_apart();
                        },
                        BreachIT::arrive),
                row("dispose", "STOCK_RESERVED", "RESERVATION_LOST", reservingFlour(), (test, context) -> test.bakery
                        .capture()
                        .dispose(new Disposal(context, "D1", List.of(on(SHELF, FLOUR_1, "10 KGM"))))),
                row(
                        "return",
                        "RETURN_EXCEEDS_SHIPMENT",
                        "RETURN_EXCEEDS_SHIPMENT",
                        reserving("SO1", "20 C62")
                                .andThen(test ->
                                        recorded(test.ship(aContext("s0").request(), "20 C62"))),
                        (test, context) -> test.bakery
                                .capture()
                                .takeBack(new CustomerReturn(
                                        context, "R1", "S1", List.of(on(SHELF, test.bread, "21 C62"))))));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @MethodSource({"shipments", "others"})
    void a_broken_rule_refuses_a_request_and_is_noted_on_a_report(
            String rule,
            String refused,
            String noted,
            Consumer<BreachIT> before,
            BiFunction<BreachIT, CaptureContext, Outcome<RecordedEvent>> act) {
        before.accept(this);

        Outcome<RecordedEvent> asked = act.apply(this, aContext("e").requested().request());
        TraceEvent event = recorded(act.apply(this, aContext("e").reported().request()));

        assertEquals(
                List.of(refused),
                refusals(asked).stream()
                        .map(refusal -> refusal.split(" ")[0])
                        .distinct()
                        .toList());
        assertEquals(noted, findings(event));
        assertEquals(event, recorded(act.apply(this, aContext("e").reported().request())), "the same again");
    }

    @Test
    void what_left_before_a_hold_is_recorded_after_it_even_when_it_is_asked_for() {
        bakery.reserve("SO1", 1, bread, SHELF, "20 C62");
        hold("h1", "2026-03-02T07:30:00Z");
        assertEquals(List.of(), bakery.reserved(bread));

        TraceEvent event =
                recorded(ship(aContext("s1").at("2026-03-02T07:00:00Z").request(), "20 C62"));

        assertEquals("LOT_ON_HOLD NOT_RESERVED", findings(event));
        assertEquals(List.of("BER/A-01 220 C62"), bakery.stock(bread));
        assertEquals(
                List.of("LOT_ON_HOLD lines[1].lot", "NOT_RESERVED lines[1].quantity"),
                refusals(bakery.ship("s2", "S2", "SO2", leaving(1, on(SHELF, bread, "5 C62")))));
    }

    @Test
    void what_left_while_an_earlier_hold_stood_is_refused_although_another_one_came_later() {
        bakery.reserve("SO1", 1, bread, SHELF, "20 C62");
        hold("h1", "2026-03-02T06:30:00Z");
        bakery.disposed(bread, Disposition.SELLABLE);
        hold("h2", "2026-03-02T07:30:00Z");

        assertEquals(
                List.of("LOT_ON_HOLD lines[1].lot", "NOT_RESERVED lines[1].quantity"),
                refusals(ship(aContext("s1").at("2026-03-02T07:00:00Z").request(), "20 C62")));
    }

    @Test
    void a_report_uses_the_reservation_as_far_as_it_goes_and_gives_back_what_is_not_wanted_any_more() {
        LotKey other = bakery.baked("B2");
        bakery.reserve("SO1", 1, bread, SHELF, "4 C62");
        bakery.reserve("SO1", 1, other, SHELF, "16 C62");

        recorded(ship(aContext("s1").reported().request(), "14 C62"));

        assertEquals(List.of(), bakery.reserved(bread));
        assertEquals(List.of("BER/A-01 6 C62"), bakery.reserved(other));
    }

    @Test
    void others_keep_what_the_stock_still_holds_the_oldest_reservation_first() {
        bakery.reserve("SO2", 1, bread, SHELF, "225 C62");
        bakery.reserve("SO2", 2, bread, SHELF, "10 C62");

        recorded(ship(aContext("s1").reported().request(), "17 C62"));

        assertEquals(List.of("BER/A-01 223 C62"), bakery.reserved(bread));
    }

    @Test
    void a_report_that_names_no_goods_is_refused_when_nothing_is_reserved() {
        CaptureContext context = aContext("s1").reported().request();

        assertEquals(
                List.of("NOT_RESERVED salesOrder"),
                refusals(bakery.capture().ship(new Shipment(context, "S1", "SO1", List.of()))));
    }

    @ParameterizedTest
    @CsvSource({"1, ITEM_NOT_ORDERED NOT_RESERVED", "7, ORDER_LINE_UNKNOWN NOT_RESERVED"})
    void a_report_that_names_the_wrong_line_counts_for_the_one_that_wants_the_goods(int named, String found) {
        bakery.ordered(aSalesOrder("SO3")
                .ordering(BREAD, "1 CS")
                .insteadOf(1, "2 C62", FLOUR_1.item(), "1 KGM")
                .build());
        OrderLineReference wants = new OrderLineReference(
                new DocumentReference(DocumentType.SALES_ORDER, "SO3"), SalesOrder.FIRST_SUBSTITUTE);
        Shipment flour = new Shipment(
                aContext("s1").reported().request(), "S1", "SO3", List.of(leaving(named, on(SHELF, FLOUR_1, "1 KGM"))));

        TraceEvent event = recorded(bakery.capture().ship(flour));

        assertEquals(found, findings(event));
        assertEquals(Optional.of(wants), event.lines().get(0).orderLine());
        assertEquals(
                Map.of(wants, quantity("1 KGM")), bakery.database().ledger().shipped(wants.order()));
        assertEquals(event, recorded(bakery.capture().ship(flour)), "the same again");
    }

    @Test
    void a_report_of_a_line_that_is_not_there_is_recorded_although_no_line_wants_the_goods() {
        TraceEvent event = recorded(bakery.capture()
                .ship(new Shipment(
                        aContext("s1").reported().request(),
                        "S1",
                        "SO1",
                        List.of(leaving(7, on(SHELF, FLOUR_1, "1 KGM"))))));

        assertEquals("NOT_RESERVED SHIPPED_NOT_ORDERED", findings(event));
    }

    /** By a third party, or before the ERP has sent the order: a recall must find who got the goods. */
    @ParameterizedTest
    @CsvSource({"SO9, SO9", "'', S1"})
    void a_report_without_an_order_that_is_known_names_the_customer_and_counts_for_the_order_when_it_comes(
            String said, String order) {
        CaptureContext context = aContext("s1").reported().request();
        List<Shipment.Line> lines = List.of(leaving(1, on(SHELF, bread, "5 C62")));
        Shipment toMarket = new Shipment(context, "S1", said, Optional.of(MARKET), lines);

        assertEquals(
                List.of("ORDER_UNKNOWN salesOrder"),
                refusals(bakery.capture()
                        .ship(new Shipment(
                                aContext("s2").requested().request(), "S1", said, Optional.of(MARKET), lines))));
        TraceEvent event = recorded(bakery.capture().ship(toMarket));

        assertEquals("ORDER_UNKNOWN", findings(event));
        assertEquals(Place.party(MARKET), event.lines().get(0).to().place());
        assertEquals(event, recorded(bakery.capture().ship(toMarket)), "the same again");
        assertEquals(List.of("BER/A-01 235 C62"), bakery.stock(bread));

        bakery.ordered(aSalesOrder(order).ordering(BREAD, "1 CS").build());
        OrderLineReference line = new OrderLineReference(new DocumentReference(DocumentType.SALES_ORDER, order), 1);
        assertEquals(Map.of(line, quantity("5 C62")), bakery.database().ledger().shipped(line.order()));
    }

    @Test
    void a_report_that_somebody_else_got_the_goods_is_recorded_where_they_are() {
        bakery.reserve("SO1", 1, bread, SHELF, "5 C62");
        List<Shipment.Line> lines = List.of(leaving(1, on(SHELF, bread, "5 C62")));

        assertEquals(
                List.of("CUSTOMER_DIFFERS customer"),
                refusals(bakery.capture()
                        .ship(new Shipment(
                                aContext("s1").requested().request(), "S1", "SO1", Optional.of(MILL), lines))));
        TraceEvent event = recorded(bakery.capture()
                .ship(new Shipment(aContext("s1").reported().request(), "S1", "SO1", Optional.of(MILL), lines)));

        assertEquals("CUSTOMER_DIFFERS", findings(event));
        assertEquals(Place.party(MILL), event.lines().get(0).to().place());
    }

    @Test
    void a_report_of_goods_that_nobody_ordered_is_recorded_and_counts_for_no_line() {
        bakery.reserve("SO1", 1, bread, SHELF, "20 C62");
        Shipment flour = new Shipment(
                aContext("s1").reported().request(), "S1", "SO1", List.of(leaving(1, on(SHELF, FLOUR_1, "3 KGM"))));

        TraceEvent event = recorded(bakery.capture().ship(flour));

        assertEquals("NOT_RESERVED SHIPPED_NOT_ORDERED", findings(event));
        assertEquals(List.of("BER/A-01 20 C62"), bakery.reserved(bread), "the line still wants its own");
        assertEquals(
                Map.of(),
                bakery.database()
                        .ledger()
                        .shipped(event.lines().get(0).orderLine().orElseThrow().order()));
        OrderStatus.Line line = bakery.company()
                .service(OrderProgress.class)
                .order("SO1")
                .orElseThrow()
                .lines()
                .get(0);
        assertEquals("0 C62 ALLOCATED", line.shipped() + " " + line.stage());
        assertEquals(event, recorded(bakery.capture().ship(flour)), "the same again");

        recorded(ship("S2", aContext("s2").reported().request(), "20 C62"));
        assertEquals(List.of(), bakery.reserved(bread));

        assertEquals(List.of(), bakery.reverse("r1", "s1").violations(), "it can be taken back");
        assertEquals(List.of(), bakery.reserved(FLOUR_1));
    }

    private void hold(String id, String time) {
        bakery.holds()
                .hold(aContext(id).at(time).request(), List.of(bread), "glass")
                .violations()
                .forEach(violation -> {
                    throw new AssertionError(violation.toString());
                });
    }

    private void hold() {
        bakery.hold(bread);
    }

    private void recall() {
        bakery.disposed(bread, Disposition.RECALLED);
    }

    private void expire() {
        bread = bakery.baked("OLD", "2026-02-20T09:00:00Z");
        bakery.reserve("SO1", 1, bread, SHELF, "20 C62");
        bakery.ordered(aSalesOrder("SO1")
                .deliveredOn("2026-03-20")
                .ordering(BREAD, "20 C62")
                .build());
    }

    private void wanted_late() {
        bakery.reserve("SO1", 1, bread, SHELF, "20 C62");
        bakery.ordered(aSalesOrder("SO1")
                .deliveredOn("2026-03-07")
                .ordering(BREAD, "20 C62")
                .build());
    }

    private void flours_are_kept_apart() {
        bakery.unitOfWork().run(() -> bakery.database()
                .items()
                .save(anItem(FLOUR)
                        .packed("BG", "25")
                        .having("SINGLE")
                        .notWith("SINGLE")
                        .build()));
    }

    private Outcome<RecordedEvent> ship(CaptureContext context, String quantity) {
        return ship("S1", context, quantity);
    }

    private Outcome<RecordedEvent> ship(String number, CaptureContext context, String quantity) {
        return bakery.capture()
                .ship(new Shipment(context, number, "SO1", List.of(leaving(1, on(SHELF, bread, quantity)))));
    }

    private Outcome<RecordedEvent> consume(CaptureContext context) {
        return bakery.capture().consume(new Consumption(context, "P1", List.of(on(SHELF, FLOUR_1, "10 KGM"))));
    }

    private Outcome<RecordedEvent> move(CaptureContext context, EventType type, Optional<Sscc> unit) {
        return move(context, type, unit, FLOUR_1);
    }

    private Outcome<RecordedEvent> move(CaptureContext context, EventType type, Optional<Sscc> unit, LotKey lot) {
        return bakery.capture()
                .transfer(type, new Transfer(context, BERLIN, GATE, unit, List.of(on(SHELF, lot, "10 KGM"))));
    }

    private Outcome<RecordedEvent> dispatch(CaptureContext context, Optional<Sscc> unit, LotQuantity... goods) {
        return bakery.capture().dispatch(new Dispatch(context, POTSDAM, unit, List.of(goods)));
    }

    private Outcome<RecordedEvent> arrive(CaptureContext context) {
        CaptureContext there = new CaptureContext(
                context.id(),
                context.effective(),
                context.accountingDate(),
                context.actor(),
                context.onBehalfOf(),
                context.device(),
                POTSDAM,
                context.source(),
                context.basis());
        return bakery.capture().arrive(new Arrival(there, POTSDAM, SHELF, List.of(pallet(1)), List.of()));
    }

    private static String findings(TraceEvent event) {
        return event.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.FINDING.word()))
                .map(datum -> datum.value().text())
                .collect(Collectors.joining(" "));
    }
}
