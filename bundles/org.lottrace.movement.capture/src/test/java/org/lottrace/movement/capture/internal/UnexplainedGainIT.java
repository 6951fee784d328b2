package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.notice;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** The flour of notice N2 was used before anybody recorded that it had come. */
class UnexplainedGainIT {
    private static final String USED = "2026-03-02T07:00:00Z";

    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-02-20T08:00:00Z");

    @Test
    void what_the_book_has_too_little_of_is_found_before_it_is_taken() {
        TraceEvent used = recorded(use("c1", "1040 KGM"));

        TraceEvent gain =
                bakery.ledger().find(new EventId("c1:1")).orElseThrow().event();
        assertEquals(EventType.GAIN, gain.type());
        assertEquals(List.of("L1: UNEXPLAINED BER → BER/A-01 40 KGM"), lines(gain));
        assertEquals(used.context().effective(), gain.context().effective());
        assertEquals(List.of("STOCK_UNEXPLAINED"), used.findings());
        assertEquals(List.of("PRODUCTION_ORDER P1 1040 KGM"), bakery.stock(FLOUR_1));
        ExceptionCase opened = cases("c1").get(0);
        assertEquals(Optional.of(FLOUR_1), opened.lot());
        assertTrue(opened.message().contains("40 KGM too little"), opened.message());
        assertTrue(use("c1", "1040 KGM") instanceof Outcome.AlreadyDone<RecordedEvent>);
    }

    @Test
    void a_report_that_leaves_its_gain_no_room_for_an_id_is_asked_for_a_shorter_one() {
        assertEquals(List.of("EVENT_ID_TOO_LONG id"), refusals(use("c".repeat(99), "1040 KGM")));
        recorded(use("c".repeat(98), "1040 KGM"));
    }

    @Test
    void what_is_only_asked_for_is_refused_as_ever() {
        assertEquals(
                List.of("STOCK_INSUFFICIENT lines[1].quantity"),
                refusals(bakery.consume("c1", "P1", on(SHELF, FLOUR_1, "1001 KGM"))));
        assertTrue(bakery.ledger().find(new EventId("c1:1")).isEmpty());
    }

    @Test
    void disposal_shipment_and_arrival_find_what_they_took_too() {
        LotKey bread = bakery.baked("B1", "2026-03-01T08:00:00Z");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "300 C62").build());

        recorded(bakery.capture()
                .dispose(new Disposal(aContext("d1").request(), "D1", List.of(on(SHELF, FLOUR_1, "901 KGM")))));
        recorded(bakery.capture()
                .ship(new Shipment(
                        aContext("s1").reported().request(),
                        "S1",
                        "SO1",
                        List.of(leaving(1, on(SHELF, bread, "241 C62"))))));
        recorded(bakery.capture()
                .arrive(new Arrival(
                        aContext("a1").in(POTSDAM).request(),
                        POTSDAM,
                        SHELF,
                        List.of(),
                        List.of(new Arrival.Line(
                                LotReference.parse("L1"), WorkingBakery.of("2 KGM"), Optional.empty())))));

        assertEquals(List.of("L1: UNEXPLAINED BER → BER/A-01 1 KGM"), gainsFor("d1"));
        assertEquals(List.of("B1: UNEXPLAINED BER → BER/A-01 1 C62"), gainsFor("s1"));
        assertEquals(List.of("L1: UNEXPLAINED POT → IN_TRANSIT POT 2 KGM"), gainsFor("a1"));
        assertEquals(List.of("POT/A-01 2 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void a_receipt_recorded_later_that_came_before_dissolves_it_and_closes_the_case() {
        recorded(use("c1", "1040 KGM"));

        receiveLate("r1", "2026-03-02T06:00:00Z", "1000 KGM");

        TraceEvent undone =
                bakery.ledger().find(new EventId("r1:1")).orElseThrow().event();
        assertEquals(Optional.of(new EventId("c1:1")), undone.corrects());
        assertEquals(List.of("BER/A-01 960 KGM", "PRODUCTION_ORDER P1 1040 KGM"), bakery.stock(FLOUR_1));
        ExceptionCase closed = cases("c1").get(0);
        assertFalse(closed.isOpen());
        assertTrue(closed.closing().orElseThrow().reason().contains("RECEIVE r1"));
    }

    @Test
    void what_is_still_unexplained_is_found_anew() {
        recorded(use("c1", "1040 KGM"));

        receiveLate("r1", "2026-03-02T06:00:00Z", "25 KGM");

        assertEquals(List.of("PRODUCTION_ORDER P1 1040 KGM"), bakery.stock(FLOUR_1));
        assertEquals(
                List.of("L1: UNEXPLAINED BER → BER/A-01 15 KGM"),
                lines(bakery.ledger().find(new EventId("c1:2")).orElseThrow().event()));
        assertTrue(cases("c1").get(0).isOpen());

        recorded(bakery.capture()
                .receive(new Receipt(
                        aContext("r2").at("2026-03-02T06:30:00Z").request(),
                        notice("N2"),
                        SHELF,
                        List.of(came("L1", "15 KGM")))));

        assertEquals(List.of("PRODUCTION_ORDER P1 1040 KGM"), bakery.stock(FLOUR_1));
        assertFalse(cases("c1").get(0).isOpen());
    }

    @Test
    void what_came_afterwards_or_to_another_place_explains_nothing() {
        recorded(use("c1", "1040 KGM"));

        receiveLate("r1", "2026-03-02T07:30:00Z", "1000 KGM");

        assertEquals(List.of("BER/A-01 1000 KGM", "PRODUCTION_ORDER P1 1040 KGM"), bakery.stock(FLOUR_1));
        assertTrue(cases("c1").get(0).isOpen());
        recorded(bakery.capture()
                .count(new StockCount(
                        aContext("k1").at("2026-03-02T06:00:00Z").request(),
                        "K1",
                        List.of(on(DOCK, FLOUR_1, "100 KGM")))));
        assertTrue(cases("c1").get(0).isOpen());
    }

    @Test
    void the_reversal_of_the_report_takes_the_gain_along() {
        recorded(use("c1", "1040 KGM"));

        assertEquals(List.of(), bakery.reverse("undo", "c1").violations());

        assertEquals(List.of("BER/A-01 1000 KGM"), bakery.stock(FLOUR_1));
        assertFalse(cases("c1").get(0).isOpen());
    }

    @Test
    void a_gain_is_not_reversed_by_itself() {
        recorded(use("c1", "1040 KGM"));

        assertEquals(
                List.of("GAIN_NOT_REVERSIBLE corrects"),
                WorkingBakery.codes(bakery.reverse("undo", "c1:1").violations()));
    }

    @Test
    void what_was_taken_before_stands_on_the_receipt_that_explained_it() {
        recorded(use("c1", "1040 KGM"));
        receiveLate("r1", "2026-03-02T06:00:00Z", "1000 KGM");
        bakery.move("m1", "2026-03-02T07:30:00Z", SHELF, DOCK, FLOUR_1, "1 KGM");

        assertEquals(List.of(), bakery.reverse("undo-m1", "m1").violations());
        assertEquals(
                List.of("FOLLOWED_BY corrects"),
                WorkingBakery.codes(bakery.reverse("undo", "r1").violations()));
        assertEquals(List.of(), bakery.reverseAll("undo-all", "r1").violations());
        assertEquals(List.of("BER/A-01 1000 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void goods_without_any_cost_are_found_at_the_last_price_of_the_item_or_at_nothing_and_say_so() {
        LotKey unknown = aLot("L9").of(FLOUR).key();
        bakery.lots()
                .register(aLot("L9").of(FLOUR).expiring(NEXT_YEAR.toString()).build());
        LotKey salt = aLot("S9").of(SALT).key();
        bakery.lots().register(aLot("S9").of(SALT).build());

        TraceEvent used = recorded(bakery.capture()
                .consume(new Consumption(
                        aContext("c1").reported().request(),
                        "P1",
                        List.of(on(SHELF, unknown, "1 KGM"), on(SHELF, salt, "1 KGM")))));

        assertEquals(List.of("STOCK_UNEXPLAINED", "COST_UNKNOWN"), used.findings());
        assertEquals(
                List.of("12.5", "none"),
                List.of("c1:1", "c1:2").stream()
                        .map(id -> bakery.ledger()
                                .find(new EventId(id))
                                .orElseThrow()
                                .event()
                                .lines()
                                .get(0))
                        .map(line -> line.price()
                                .map(price -> price.price()
                                        .amount()
                                        .stripTrailingZeros()
                                        .toPlainString())
                                .orElse("none"))
                        .toList());
    }

    private List<String> gainsFor(String report) {
        return lines(
                bakery.ledger().find(new EventId(report + ":1")).orElseThrow().event());
    }

    private List<ExceptionCase> cases(String event) {
        return bakery.company().service(ExceptionCases.class).ofEvent(new EventId(event));
    }

    private Outcome<RecordedEvent> use(String id, String quantity) {
        return bakery.capture()
                .consume(new Consumption(
                        aContext(id).at(USED).reported().request(), "P1", List.of(on(SHELF, FLOUR_1, quantity))));
    }

    private void receiveLate(String id, String time, String quantity) {
        bakery.expect(aShipNotice("N2")
                .announcing("PO1", 1, FLOUR, "L1", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
        recorded(bakery.capture()
                .receive(new Receipt(
                        aContext(id).at(time).request(), notice("N2"), SHELF, List.of(came("L1", quantity)))));
    }
}
