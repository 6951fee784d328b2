package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.event.EventType.PICK;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.PICK_FACE;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.QUARANTINE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.Outcomes.done;
import static org.lottrace.api.fixture.ProductionOrderBuilder.aProductionOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quality.HeldGoods;
import org.lottrace.company.WorkingBakery;

/**
 * Until it is picked a reservation is of a lot at a site. Of 240 breads 140 are on the shelf and 100 at the pick face; 24 are reserved, on
 * the shelf as far as is known.
 */
class ReservedAtASiteIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private LotKey bread;

    @BeforeEach
    void reserves() {
        bread = bakery.baked("B1");
        recorded(move("to-face", TRANSFER, SHELF, PICK_FACE, "100 C62"));
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "2 CS").build());
        bakery.ordered(aSalesOrder("SO2").ordering(BREAD, "10 CS").build());
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
    }

    @Test
    void goods_that_move_within_the_site_break_no_reservation() {
        recorded(move("m1", TRANSFER, SHELF, PICK_FACE, "140 C62"));

        assertEquals(List.of("BER/P-01 24 C62 FIRM"), reserved());
    }

    @Test
    void what_goes_where_nothing_is_reserved_leaves_the_reservation_with_the_rest_of_the_lot() {
        recorded(move("m1", TRANSFER, SHELF, QUARANTINE, "130 C62"));

        assertEquals(List.of("BER/A-01 10 C62 FIRM", "BER/P-01 14 C62 FIRM"), reserved());
    }

    @Test
    void what_has_no_other_place_refuses_the_move_and_nothing_has_changed() {
        recorded(move("m1", TRANSFER, PICK_FACE, QUARANTINE, "90 C62"));

        assertEquals(
                List.of("STOCK_RESERVED lines[1].quantity"),
                refusals(move("m2", TRANSFER, SHELF, QUARANTINE, "140 C62")));
        assertEquals(List.of("BER/A-01 24 C62 FIRM"), reserved());
    }

    @Test
    void the_pick_says_where_the_goods_are_taken_from() {
        recorded(move("p1", PICK, PICK_FACE, GATE, "20 C62"));

        assertEquals(List.of("BER/A-01 4 C62 FIRM", "BER/GATE 20 C62 PICKED"), reserved());
        recorded(bakery.ship("s1", "S1", "SO1", leaving(1, on(GATE, bread, "20 C62"))));
        assertEquals(List.of("BER/A-01 4 C62 FIRM"), reserved());
    }

    @Test
    void what_is_reserved_at_the_place_of_the_pick_is_picked_first() {
        bakery.reserve("SO2", 1, bread, PICK_FACE, "5 C62");

        recorded(move("p1", PICK, PICK_FACE, GATE, "20 C62"));

        assertEquals(
                List.of("BER/A-01 9 C62 FIRM SO1", "BER/GATE 15 C62 PICKED SO1", "BER/GATE 5 C62 PICKED SO2"),
                reservedByOrder());
    }

    @Test
    void what_is_picked_is_not_taken_from_elsewhere() {
        recorded(move("p1", PICK, SHELF, GATE, "24 C62"));

        assertEquals(
                List.of("NOT_RESERVED lines[1].quantity"),
                refusals(bakery.ship("s1", "S1", "SO1", leaving(1, on(PICK_FACE, bread, "24 C62")))));
    }

    @Test
    void what_is_picked_goes_along_with_its_goods_and_stays_picked() {
        recorded(move("p1", PICK, SHELF, GATE, "24 C62"));

        recorded(move("m1", TRANSFER, GATE, DOCK, "20 C62"));

        assertEquals(List.of("BER/DOCK 20 C62 PICKED", "BER/GATE 4 C62 PICKED"), reserved());
        recorded(bakery.ship("s1", "S1", "SO1", leaving(1, on(DOCK, bread, "20 C62"))));
        assertEquals(List.of("BER/GATE 4 C62 PICKED"), reserved());
    }

    @Test
    void what_is_picked_does_not_go_along_with_other_goods_of_its_lot() {
        recorded(move("p1", PICK, SHELF, GATE, "24 C62"));
        recorded(move("m1", TRANSFER, SHELF, GATE, "10 C62"));

        recorded(move("m2", TRANSFER, GATE, DOCK, "10 C62"));

        assertEquals(List.of("BER/GATE 24 C62 PICKED"), reserved());
    }

    @Test
    void a_shipment_takes_the_lot_from_wherever_it_is() {
        bakery.reserve("SO2", 1, bread, PICK_FACE, "90 C62");

        recorded(bakery.ship("s1", "S1", "SO1", leaving(1, on(PICK_FACE, bread, "24 C62"))));

        assertEquals(List.of("BER/A-01 14 C62 FIRM SO2", "BER/P-01 76 C62 FIRM SO2"), reservedByOrder());
    }

    @Test
    void a_count_that_finds_too_little_on_the_shelf_keeps_what_is_elsewhere_for_the_order() {
        recorded(bakery.capture()
                .count(new StockCount(aContext("c1").reported().request(), "C1", List.of(on(SHELF, bread, "10 C62")))));

        assertEquals(List.of("BER/A-01 10 C62 FIRM", "BER/P-01 14 C62 FIRM"), reserved());
    }

    @Test
    void a_count_of_all_places_gives_up_what_is_nowhere() {
        recorded(bakery.capture()
                .count(new StockCount(
                        aContext("c1").reported().request(),
                        "C1",
                        List.of(on(SHELF, bread, "10 C62"), on(PICK_FACE, bread, "3 C62")))));

        assertEquals(List.of("BER/A-01 10 C62 FIRM", "BER/P-01 3 C62 FIRM"), reserved());
    }

    @Test
    void a_hold_of_one_place_leaves_the_order_what_is_elsewhere() {
        hold("h1", SHELF);

        assertEquals(List.of("BER/P-01 24 C62 FIRM"), reserved());

        hold("h2", PICK_FACE);
        assertEquals(List.of(), reserved());
    }

    @Test
    void who_disposes_of_goods_takes_what_nobody_needs() {
        recorded(bakery.capture()
                .dispose(new Disposal(
                        aContext("d1").requested().request(), "D1", List.of(on(SHELF, bread, "140 C62")))));
        assertEquals(List.of("BER/P-01 24 C62 FIRM"), reserved());

        assertEquals(
                List.of("STOCK_RESERVED lines[1].quantity"),
                refusals(bakery.capture()
                        .dispose(new Disposal(
                                aContext("d2").requested().request(), "D2", List.of(on(PICK_FACE, bread, "77 C62"))))));
    }

    @Test
    void what_goes_to_another_site_is_not_reserved_there() {
        recorded(bakery.capture()
                .dispatch(new Dispatch(
                        aContext("d1").request(), POTSDAM, Optional.empty(), List.of(on(SHELF, bread, "140 C62")))));

        assertEquals(List.of("BER/P-01 24 C62 FIRM"), reserved());
    }

    @Test
    void a_report_of_goods_that_left_otherwise_takes_only_what_is_too_much() {
        recorded(bakery.capture()
                .dispose(new Disposal(
                        aContext("d1").reported().request(),
                        "D1",
                        List.of(on(SHELF, bread, "140 C62"), on(PICK_FACE, bread, "90 C62")))));

        assertEquals(List.of("BER/P-01 10 C62 FIRM"), reserved());
    }

    @Test
    void a_consumption_takes_what_is_reserved_for_its_order_wherever_the_lot_is() {
        recorded(bakery.capture()
                .transfer(
                        TRANSFER,
                        new Transfer(
                                aContext("m1").request(),
                                BERLIN,
                                PICK_FACE,
                                Optional.empty(),
                                List.of(on(SHELF, FLOUR_1, "60 KGM")))));
        ComponentAllocation components = bakery.company().service(ComponentAllocation.class);
        assertEquals(
                List.of(),
                bakery.company()
                        .service(ProductionOrders.class)
                        .save(List.of(aProductionOrder("P1")
                                .making(BREAD, "10 CS")
                                .of(FLOUR, "4 BG", "0")
                                .build())));
        done(components.allocate("P1"));

        recorded(bakery.consume("c1", "P1", on(PICK_FACE, FLOUR_1, "60 KGM")));

        assertEquals(List.of("BER/A-01 40 KGM"), bakery.reserved(FLOUR_1));
    }

    private Outcome<RecordedEvent> move(String id, EventType type, LocationId from, LocationId to, String quantity) {
        return bakery.capture()
                .transfer(
                        type,
                        new Transfer(
                                aContext(id).request(),
                                BERLIN,
                                to,
                                Optional.empty(),
                                List.of(on(from, bread, quantity))));
    }

    private void hold(String id, LocationId location) {
        done(bakery.holds()
                .hold(
                        aContext(id).request(),
                        List.of(bread),
                        Optional.of(new HeldGoods(location, Optional.empty())),
                        "foreign matter"));
    }

    private List<String> reserved() {
        return reservedByOrder().stream()
                .map(text -> text.substring(0, text.lastIndexOf(' ')))
                .toList();
    }

    private List<String> reservedByOrder() {
        return bakery
                .unitOfWork()
                .required(() -> bakery.database().reservations().ofLots(List.of(bread)))
                .stream()
                .map(one -> one.position() + " " + one.quantity() + " " + one.kind() + " "
                        + one.orderLine().order().number())
                .sorted()
                .toList();
    }
}
