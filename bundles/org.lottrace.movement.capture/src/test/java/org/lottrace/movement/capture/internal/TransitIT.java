package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.PACK;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.SiteBuilder.aSite;
import static org.lottrace.api.id.LocationId.IN_TRANSIT;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.arrived;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** Flour on the road from Berlin to Potsdam. */
class TransitIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();

    @Test
    void goods_are_in_transit_between_dispatch_and_arrival() {
        assertEquals(
                List.of("L1: BER/A-01 → IN_TRANSIT POT 100 KGM"),
                lines(recorded(dispatch("d", on(SHELF, FLOUR_1, "4 BG")))));
        assertEquals(List.of("BER/A-01 900 KGM", "IN_TRANSIT POT 100 KGM"), bakery.stock(FLOUR_1));

        assertEquals(
                EventType.TRANSFER, recorded(arrive("a", arrived("L1", "4 BG"))).type());
        assertEquals(List.of("BER/A-01 900 KGM", "POT/A-01 100 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void what_does_not_arrive_stays_in_transit_until_it_is_counted_disposed_of_or_called_back() {
        recorded(dispatch("d", on(SHELF, FLOUR_1, "100 KGM")));
        recorded(arrive("a", arrived("L1", "90 KGM")));
        assertEquals(List.of("BER/A-01 900 KGM", "POT/A-01 90 KGM", "IN_TRANSIT POT 10 KGM"), bakery.stock(FLOUR_1));

        recorded(bakery.capture()
                .count(new StockCount(at(POTSDAM, "c"), "C1", List.of(on(IN_TRANSIT, FLOUR_1, "8 KGM")))));
        recorded(bakery.capture()
                .dispose(new Disposal(at(POTSDAM, "x"), "D1", List.of(on(IN_TRANSIT, FLOUR_1, "5 KGM")))));
        recorded(bakery.capture()
                .arrive(new Arrival(at(BERLIN, "back"), POTSDAM, SHELF, List.of(), List.of(arrived("L1", "3 KGM")))));

        assertEquals(List.of("BER/A-01 903 KGM", "POT/A-01 90 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void a_whole_pallet_arrives_by_its_label() {
        recorded(dispatchOn(pallet(1), "d1", on(SHELF, FLOUR_1, "100 KGM"), on(SHELF, FLOUR_2, "50 KGM")));
        recorded(dispatch("d2", on(SHELF, FLOUR_1, "20 KGM")));

        Outcome<RecordedEvent> arrived = arrive("a", List.of(pallet(1)), arrived("L1", "20 KGM"));

        assertEquals(
                List.of(
                        "L1: IN_TRANSIT POT → POT/A-01 20 KGM",
                        "L1: IN_TRANSIT POT (00)" + pallet(1) + " → POT/A-01 (00)" + pallet(1) + " 100 KGM",
                        "L2: IN_TRANSIT POT (00)" + pallet(1) + " → POT/A-01 (00)" + pallet(1) + " 50 KGM"),
                lines(recorded(arrived)));
    }

    @Test
    void goods_stay_in_their_logistic_unit_on_the_way() {
        recorded(bakery.capture()
                .transfer(
                        PACK,
                        new Transfer(
                                at(BERLIN, "p"),
                                BERLIN,
                                GATE,
                                Optional.of(pallet(1)),
                                List.of(on(SHELF, FLOUR_1, "10 KGM")))));

        recorded(dispatch(
                "d",
                new LotQuantity(LotReference.to(FLOUR_1), GATE, Optional.of(pallet(1)), WorkingBakery.of("10 KGM"))));

        assertEquals(List.of("BER/A-01 990 KGM", "IN_TRANSIT POT (00)" + pallet(1) + " 10 KGM"), bakery.stock(FLOUR_1));
    }

    @Test
    void a_repeated_request_is_recorded_once_and_a_changed_one_is_refused() {
        recorded(dispatchOn(pallet(1), "d", on(SHELF, FLOUR_1, "100 KGM")));
        assertTrue(
                dispatchOn(pallet(1), "d", on(SHELF, FLOUR_1, "4 BG")) instanceof Outcome.AlreadyDone<RecordedEvent>);
        assertEquals(
                List.of("EVENT_ID_REUSED id"), refusals(dispatchOn(pallet(2), "d", on(SHELF, FLOUR_1, "100 KGM"))));

        recorded(arrive("a", List.of(pallet(1))));
        assertTrue(arrive("a", List.of(pallet(1))) instanceof Outcome.AlreadyDone<RecordedEvent>);
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(arrive("a", List.of(pallet(1), pallet(2)))));
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(arrive("a", arrived("L1", "100 KGM"))));
    }

    @Test
    void a_pallet_whose_dispatch_nobody_reported_has_come_all_the_same() {
        recorded(bakery.capture()
                .transfer(
                        EventType.PACK,
                        new Transfer(
                                at(BERLIN, "p"),
                                BERLIN,
                                SHELF,
                                Optional.of(pallet(1)),
                                List.of(on(SHELF, FLOUR_1, "100 KGM")))));

        TraceEvent came = recorded(arrive("a", List.of(pallet(1))));

        assertEquals(List.of("UNIT_ELSEWHERE"), came.findings());
        assertEquals(
                List.of("BER/A-01 900 KGM", "POT/A-01 (00)" + pallet(1) + " 100 KGM"),
                bakery.stock(FLOUR_1).stream().sorted().toList());
        assertTrue(arrive("a", List.of(pallet(1))) instanceof Outcome.AlreadyDone<RecordedEvent>, "the same again");
        assertEquals(
                List.of("UNIT_NOT_IN_TRANSIT units[1]"),
                refusals(arrive("a2", List.of(pallet(1)))),
                "it has come already");
    }

    @Test
    void what_cannot_be_is_refused_with_every_reason() {
        assertEquals(
                List.of("LOCATION_UNKNOWN lines[1].location", "SAME_SITE toSite"),
                refusals(bakery.capture()
                        .dispatch(new Dispatch(
                                at(BERLIN, "d"),
                                BERLIN,
                                Optional.empty(),
                                List.of(on(IN_TRANSIT, FLOUR_1, "1 KGM"))))));
        assertEquals(
                List.of("SITE_UNKNOWN toSite"),
                refusals(bakery.capture()
                        .dispatch(new Dispatch(
                                at(BERLIN, "d"),
                                new SiteId("MARS"),
                                Optional.empty(),
                                List.of(on(SHELF, FLOUR_1, "1 KGM"))))));
        assertEquals(
                List.of("STOCK_INSUFFICIENT lines[1].quantity"),
                refusals(dispatch("d", on(SHELF, FLOUR_1, "1001 KGM"))));
        recorded(dispatch("d", on(SHELF, FLOUR_1, "100 KGM")));
        assertEquals(List.of("UNIT_NOT_IN_TRANSIT units[1]"), refusals(arrive("a", List.of(pallet(7)))));
        assertEquals(List.of("LINES_MISSING lines"), refusals(arrive("a", List.of())));
        assertEquals(
                List.of("LOCATION_UNKNOWN location"),
                refusals(bakery.capture()
                        .arrive(new Arrival(
                                at(POTSDAM, "a"), POTSDAM, GATE, List.of(), List.of(arrived("L1", "1 KGM"))))));
    }

    @Test
    void reserved_goods_do_not_leave() {
        bakery.reserve("SO1", 1, FLOUR_1, SHELF, "950 KGM");

        assertEquals(
                List.of("STOCK_RESERVED lines[1].quantity"), refusals(dispatch("d", on(SHELF, FLOUR_1, "100 KGM"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"consume", "transfer", "pick"})
    void goods_in_transit_are_not_used(String movement) {
        recorded(dispatch("d", on(SHELF, FLOUR_1, "100 KGM")));
        LotQuantity onTheRoad = on(IN_TRANSIT, FLOUR_1, "1 KGM");
        Transfer transfer = new Transfer(at(POTSDAM, "t"), POTSDAM, SHELF, Optional.empty(), List.of(onTheRoad));

        Outcome<RecordedEvent> result =
                switch (movement) {
                    case "consume" -> bakery.consume("c", "P1", onTheRoad);
                    case "pick" -> bakery.capture().transfer(EventType.PICK, transfer);
                    default -> bakery.capture().transfer(EventType.TRANSFER, transfer);
                };

        assertEquals(List.of("LOCATION_UNKNOWN lines[1].location"), refusals(result));
    }

    /** As in any transfer between sites. */
    @Test
    void a_recalled_lot_may_travel_and_is_as_unusable_after_its_arrival() {
        bakery.disposed(FLOUR_1, Disposition.RECALLED);

        recorded(dispatch("d", on(SHELF, FLOUR_1, "100 KGM")));
        recorded(arrive("a", arrived("L1", "100 KGM")));

        assertEquals(
                List.of("LOT_RECALLED lines[1].lot"), refusals(bakery.consume("c", "P1", on(SHELF, FLOUR_1, "1 KGM"))));
    }

    @Test
    void lots_that_are_kept_apart_do_not_travel_in_one_unit() {
        bakery.unitOfWork().run(() -> bakery.database()
                .items()
                .save(anItem(Bakery.FLOUR)
                        .packed("BG", "25")
                        .having("ORIGIN")
                        .notWith("ORIGIN")
                        .build()));
        recorded(dispatchOn(pallet(1), "d1", on(SHELF, FLOUR_1, "1 KGM")));

        assertEquals(
                List.of("LOTS_INCOMPATIBLE lines[1].lot"),
                refusals(dispatchOn(pallet(1), "d2", on(SHELF, FLOUR_2, "1 KGM"))));
        recorded(dispatch("d3", on(SHELF, FLOUR_1, "1 KGM"), on(SHELF, FLOUR_2, "1 KGM")));
    }

    @Test
    void no_location_is_called_like_the_road() {
        assertEquals(
                "IN-TRANSIT means the road to the site and cannot be a location: give the location another code",
                assertThrows(IllegalArgumentException.class, () -> aSite(BERLIN).with(IN_TRANSIT, LocationType.STORAGE))
                        .getMessage());
    }

    private Outcome<RecordedEvent> dispatch(String id, LotQuantity... goods) {
        return bakery.capture().dispatch(new Dispatch(at(BERLIN, id), POTSDAM, Optional.empty(), List.of(goods)));
    }

    private Outcome<RecordedEvent> dispatchOn(Sscc pallet, String id, LotQuantity... goods) {
        return bakery.capture().dispatch(new Dispatch(at(BERLIN, id), POTSDAM, Optional.of(pallet), List.of(goods)));
    }

    private Outcome<RecordedEvent> arrive(String id, Arrival.Line... lines) {
        return arrive(id, List.of(), lines);
    }

    private Outcome<RecordedEvent> arrive(String id, List<Sscc> pallets, Arrival.Line... lines) {
        return bakery.capture().arrive(new Arrival(at(POTSDAM, id), POTSDAM, SHELF, pallets, List.of(lines)));
    }

    private static CaptureContext at(SiteId site, String id) {
        return aContext(id).in(site).request();
    }
}
