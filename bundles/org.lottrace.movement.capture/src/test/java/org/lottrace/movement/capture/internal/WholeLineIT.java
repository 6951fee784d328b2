package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.lottrace.api.event.EventType.PICK;
import static org.lottrace.api.event.EventType.PUT_AWAY;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** From the mill's ship notice to the supermarket, every step through the service. */
class WholeLineIT {
    private final WorkingBakery bakery = new WorkingBakery().expectingFlour();

    @Test
    void takes_flour_in_bakes_bread_of_it_and_ships_the_bread() {
        TraceEvent receipt = recorded(bakery.receive("e1", "N1"));
        assertEquals(
                List.of("L1: PARTY MILL → BER/DOCK 1000 KGM", "L2: PARTY MILL → BER/DOCK 1000 KGM"), lines(receipt));
        assertEquals("[SHIP_NOTICE N1, PURCHASE_ORDER PO1]", receipt.documents().toString());
        assertEquals(1, receipt.lines().get(0).orderLine().orElseThrow().line());
        assertEquals(WorkingBakery.of("40 BG"), receipt.lines().get(0).entered());

        recorded(move("e2", PUT_AWAY, SHELF, on(DOCK, FLOUR_1, "40 BG"), on(DOCK, FLOUR_2, "40 BG")));
        TraceEvent consumption =
                recorded(bakery.consume("e3", "P1", on(SHELF, FLOUR_1, "2 BG"), on(SHELF, FLOUR_2, "10 KGM")));
        assertEquals(
                List.of("L1: BER/A-01 → PRODUCTION_ORDER P1 50 KGM", "L2: BER/A-01 → PRODUCTION_ORDER P1 10 KGM"),
                lines(consumption));

        TraceEvent production = recorded(bakery.produce("e4", "P1", BREAD, "10 CS"));
        LotKey bread = production.lines().get(2).lot();
        assertEquals("26061-BER-0001", bread.number().value());
        assertEquals(
                List.of(
                        "L1: PRODUCTION_ORDER P1 → TRANSFORMATION BER 50 KGM",
                        "L2: PRODUCTION_ORDER P1 → TRANSFORMATION BER 10 KGM",
                        "26061-BER-0001: TRANSFORMATION BER → BER/A-01 120 C62"),
                lines(production));
        assertEquals(
                List.of(
                        new Edge(FLOUR_1, bread, WorkingBakery.of("50 KGM"), Edge.Certainty.KNOWN),
                        new Edge(FLOUR_2, bread, WorkingBakery.of("10 KGM"), Edge.Certainty.KNOWN)),
                production.edges());
        Lot lot = bakery.lots().find(bread).orElseThrow();
        assertEquals(Optional.of(LocalDate.of(2026, 3, 12)), lot.expiry());
        assertEquals(Optional.of(BERLIN), lot.madeAt());

        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "5 CS").build());
        bakery.reserve("SO1", 1, bread, SHELF, "60 C62");
        recorded(move("e5", PICK, GATE, on(SHELF, bread, "60 C62")));
        assertEquals(List.of("BER/GATE 60 C62"), bakery.reserved(bread));
        TraceEvent shipment = recorded(bakery.ship("e6", "S1", "SO1"));
        assertEquals(List.of("26061-BER-0001: BER/GATE → PARTY MARKET 60 C62"), lines(shipment));
        assertEquals("[SHIPMENT S1, SALES_ORDER SO1]", shipment.documents().toString());
        assertEquals(List.of(), bakery.reserved(bread));

        assertEquals(List.of("BER/A-01 60 C62"), bakery.stock(bread));
        assertEquals(List.of("BER/A-01 950 KGM"), bakery.stock(FLOUR_1));
        assertEquals(Optional.empty(), bakery.ledger().firstBrokenPosition());
    }

    @Test
    void answers_every_repeated_request_as_it_did_the_first_time() {
        takes_flour_in_bakes_bread_of_it_and_ships_the_bread();
        LotKey bread = bakery.ledger().after(3, 1).get(0).event().lines().get(2).lot();

        assertInstanceOf(Outcome.AlreadyDone.class, bakery.receive("e1", "N1"));
        assertInstanceOf(
                Outcome.AlreadyDone.class,
                move("e2", PUT_AWAY, SHELF, on(DOCK, FLOUR_1, "1000 KGM"), on(DOCK, FLOUR_2, "40 BG")));
        assertInstanceOf(
                Outcome.AlreadyDone.class,
                bakery.consume("e3", "P1", on(SHELF, FLOUR_1, "2 BG"), on(SHELF, FLOUR_2, "10 KGM")));
        assertInstanceOf(Outcome.AlreadyDone.class, bakery.produce("e4", "P1", BREAD, "10 CS"));
        assertInstanceOf(Outcome.AlreadyDone.class, move("e5", PICK, GATE, on(SHELF, bread, "60 C62")));
        assertInstanceOf(Outcome.AlreadyDone.class, bakery.ship("e6", "S1", "SO1"));
        assertInstanceOf(
                Outcome.AlreadyDone.class,
                bakery.ship("e6", "S1", "SO1", WorkingBakery.leaving(1, on(GATE, bread, "5 CS"))));
        assertEquals(6, bakery.ledger().head());
    }

    @Test
    void refuses_an_event_id_that_comes_again_with_something_else() {
        takes_flour_in_bakes_bread_of_it_and_ships_the_bread();
        List<String> reused = List.of("EVENT_ID_REUSED id");

        assertEquals(reused, WorkingBakery.refusals(bakery.receive("e1", "N1", WorkingBakery.came("L1", "40 BG"))));
        assertEquals(reused, WorkingBakery.refusals(bakery.receive("e2", "N1")));
        assertEquals(reused, WorkingBakery.refusals(bakery.consume("e3", "P2", on(SHELF, FLOUR_1, "2 BG"))));
        assertEquals(
                reused,
                WorkingBakery.refusals(
                        bakery.consume("e3", "P1", on(SHELF, FLOUR_1, "2 BG"), on(SHELF, FLOUR_2, "11 KGM"))));
        assertEquals(reused, WorkingBakery.refusals(bakery.produce("e4", "P1", BREAD, "11 CS")));
        assertEquals(reused, WorkingBakery.refusals(bakery.ship("e6", "S2", "SO1")));
        assertEquals(
                reused,
                WorkingBakery.refusals(bakery.capture()
                        .receive(new Receipt(
                                aContext("e1").by("bob").request(), WorkingBakery.notice("N1"), DOCK, List.of()))));
    }

    private Outcome<RecordedEvent> move(String id, EventType type, LocationId to, LotQuantity... goods) {
        return bakery.capture()
                .transfer(type, new Transfer(aContext(id).request(), BERLIN, to, Optional.empty(), List.of(goods)));
    }
}
