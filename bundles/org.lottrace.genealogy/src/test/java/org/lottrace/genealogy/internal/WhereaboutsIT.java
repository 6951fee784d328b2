package org.lottrace.genealogy.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.PURCHASE_ORDER;
import static org.lottrace.api.event.DocumentType.RETURN_ORDER;
import static org.lottrace.api.event.DocumentType.SALES_ORDER;
import static org.lottrace.api.event.DocumentType.SHIPMENT;
import static org.lottrace.api.event.DocumentType.TRANSFER_ORDER;
import static org.lottrace.api.event.EventType.CONSUME;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.event.EventType.RETURN;
import static org.lottrace.api.event.EventType.REVERSE;
import static org.lottrace.api.event.EventType.SHIP;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.TraceFilter;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.persistence.testing.TestDatabase;

/** 100 kilograms of flour; today is 2 March 2026. */
class WhereaboutsIT {
    private static final Lot WHEAT = aLot("WHEAT").build();
    private static final Place POTSDAM_SHELF = Place.location(POTSDAM, SHELF);
    private static final Place ROAD = Place.inTransit(POTSDAM);

    private final RecordedEvents recorded = new RecordedEvents(TestDatabase.h2().withBakery());
    private final Genealogy genealogy = recorded.genealogy();

    @BeforeEach
    void flour_on_the_shelf() {
        recorded.lots(WHEAT);
        recorded.append(anEvent("receive", RECEIVE)
                .moving(WHEAT.key(), "100 KGM", Place.party(MILL), in(SHELF))
                .build());
    }

    @Test
    void own_goods_are_in_stock_in_production_or_in_transit_under_the_newest_transfer_orders_that_cover_them() {
        recorded.append(anEvent("mix", CONSUME)
                .moving(
                        WHEAT.key(),
                        "10 KGM",
                        in(SHELF),
                        Place.productionOrder(new DocumentReference(DocumentType.PRODUCTION_ORDER, "P1")))
                .build());
        dispatch("T1", "20 KGM");
        dispatch("T2", "5 KGM");
        dispatch("T3", "6 KGM");
        recorded.append(anEvent("arrive", TRANSFER)
                .moving(WHEAT.key(), "22 KGM", ROAD, POTSDAM_SHELF)
                .build());

        assertEquals(
                List.of(
                        "IN_STOCK BER/A-01 59 KGM []",
                        "IN_STOCK POT/A-01 22 KGM []",
                        "IN_PRODUCTION PRODUCTION_ORDER P1 10 KGM []",
                        "IN_TRANSIT IN_TRANSIT POT 9 KGM [TRANSFER_ORDER T3, TRANSFER_ORDER T2]"),
                now(WHEAT.key()));
        assertEquals(
                now(WHEAT.key()),
                genealogy.custody(WHEAT.key()).now().stream()
                        .map(WhereaboutsIT::text)
                        .toList());
    }

    /** It is in nobody's hands but ours: a trace for the site it is going to shows it too. */
    @Test
    void a_trace_for_a_site_shows_what_is_on_the_road_to_it() {
        dispatch("T1", "20 KGM");

        TraceRequest request =
                TraceRequest.of(Direction.FORWARD, WHEAT.key()).showing(TraceFilter.ALL.atSites(Set.of(POTSDAM)));

        assertEquals(
                List.of("IN_TRANSIT POT 20 KGM"),
                genealogy.trace(request).onHand().stream()
                        .map(balance -> balance.position() + " " + balance.quantity())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, WITH_PARTY", "2026-03-02, ON_THE_ROAD", "2026-03-09, ON_THE_ROAD"})
    void what_is_shipped_is_on_the_road_until_its_delivery_date_is_over(String delivery, String state) {
        ordered(delivery);
        ship("S1", "30 KGM", 1);
        recorded.append(anEvent("back", RETURN)
                .of(RETURN_ORDER, "R1")
                .of(SHIPMENT, "S1")
                .moving(WHEAT.key(), "4 KGM", Place.party(MARKET), in(SHELF))
                .build());

        assertEquals(
                List.of(
                        "IN_STOCK BER/A-01 74 KGM []",
                        state + " PARTY MARKET (00)" + pallet(1) + " 26 KGM [SHIPMENT S1, SALES_ORDER SO1]"
                                + (state.equals("ON_THE_ROAD") ? " due " + delivery : "")),
                now(WHEAT.key()));
    }

    @Test
    void without_a_known_order_nobody_knows_when_it_is_due() {
        ship("S1", "30 KGM", 1);

        assertEquals("WITH_PARTY", now(WHEAT.key()).get(1).split(" ")[0]);
    }

    @Test
    void what_a_supplier_announced_is_announced_as_far_as_it_has_not_come() {
        Lot unknown = aLot("RYE").build();
        announce(line(1, WHEAT, "40 KGM", "15 KGM", 7), line(2, unknown, "5 KGM", "0 KGM", 7));
        announceReceived();

        assertEquals(
                List.of("ANNOUNCED PARTY MILL (00)" + pallet(7) + " 5 KGM [SHIP_NOTICE N7, PURCHASE_ORDER PO1]"),
                now(unknown.key()));
        assertEquals(
                List.of(
                        "IN_STOCK BER/A-01 100 KGM []",
                        "ANNOUNCED PARTY MILL (00)" + pallet(7) + " 25 KGM [SHIP_NOTICE N7, PURCHASE_ORDER PO1]"),
                now(WHEAT.key()));
        assertEquals(
                List.of("25 KGM", "5 KGM"),
                genealogy.custody(pallet(7)).now().stream()
                        .map(where -> where.quantity().toString())
                        .sorted()
                        .toList());
    }

    /** What it answers of each position is what it answered when the ledger ended there. */
    @Test
    void the_past_is_what_was_true_then() {
        List<List<String>> answers = new ArrayList<>(List.of(List.of(), now(WHEAT.key())));
        List<TraceEvent> later = List.of(
                dispatched("T1", "20 KGM"),
                dispatched("T2", "5 KGM"),
                anEvent("arrive", TRANSFER)
                        .moving(WHEAT.key(), "22 KGM", ROAD, POTSDAM_SHELF)
                        .build(),
                shipped("S1", "30 KGM", 1),
                anEvent("back", RETURN)
                        .of(RETURN_ORDER, "R1")
                        .of(SHIPMENT, "S1")
                        .moving(WHEAT.key(), "4 KGM", Place.party(MARKET), in(SHELF))
                        .build(),
                anEvent("undo", REVERSE)
                        .correcting("back")
                        .of(RETURN_ORDER, "R1")
                        .of(SHIPMENT, "S1")
                        .moving(WHEAT.key(), "4 KGM", in(SHELF), Place.party(MARKET))
                        .build());
        for (TraceEvent event : later) {
            recorded.append(event);
            answers.add(now(WHEAT.key()));
        }

        for (int position = 0; position < answers.size(); position++) {
            AsOf then = AsOf.position(position);
            assertEquals(answers.get(position), where(then), () -> then.toString());
            assertEquals(
                    answers.get(position),
                    genealogy.custody(WHEAT.key(), then).now().stream()
                            .map(WhereaboutsIT::text)
                            .toList());
        }
        assertEquals(answers.get(0), where(AsOf.knownAt(Instant.parse("2000-01-01T00:00:00Z"))));
        assertEquals(answers.get(7), where(AsOf.knownAt(Instant.parse("2099-01-01T00:00:00Z"))));
    }

    /** Told late, it has happened then all the same; what was announced is known of now only. */
    @Test
    void what_happened_by_a_moment_counts_whenever_it_was_recorded() {
        announce(line(1, WHEAT, "40 KGM", "15 KGM", 7), line(2, WHEAT, "5 KGM", "0 KGM", 7));
        ordered("2026-03-01");
        recorded.append(anEvent("S1", SHIP)
                .in(aContext("S1").at("2026-02-20T10:00:00Z").build())
                .of(SALES_ORDER, "SO1")
                .moving(WHEAT.key(), "30 KGM", in(SHELF), Place.party(MARKET))
                .build());

        AsOf then = AsOf.happenedBy(Instant.parse("2026-02-21T10:00:00Z"));
        assertEquals(
                List.of(
                        "IN_STOCK BER/A-01 -30 KGM []",
                        "ON_THE_ROAD PARTY MARKET 30 KGM [SALES_ORDER SO1] due 2026-03-01"),
                where(then));
        assertEquals(
                List.of("S1"),
                genealogy.custody(WHEAT.key(), then).steps().stream()
                        .map(step -> step.event().value())
                        .toList());
        assertTrue(
                now(WHEAT.key()).contains("WITH_PARTY PARTY MARKET 30 KGM [SALES_ORDER SO1]"),
                now(WHEAT.key()).toString());
    }

    private List<String> where(AsOf then) {
        return genealogy.whereabouts(List.of(WHEAT.key()), then).stream()
                .map(WhereaboutsIT::text)
                .toList();
    }

    private void announceReceived() {
        recorded.database().unitOfWork().run(() -> recorded.database()
                .expectedReceipts()
                .save(new ExpectedReceipt(
                        aShipNotice("N8")
                                .announcing("PO1", 1, FLOUR, "WHEAT", "1 KGM")
                                .build(),
                        BERLIN,
                        List.of(line(1, WHEAT, "1 KGM", "1 KGM", 8)))));
    }

    private void announce(ExpectedReceipt.Line... lines) {
        recorded.database().unitOfWork().run(() -> recorded.database()
                .expectedReceipts()
                .save(new ExpectedReceipt(
                        aShipNotice("N7")
                                .announcing("PO1", 1, FLOUR, "WHEAT", "40 KGM")
                                .announcing("PO1", 1, FLOUR, "RYE", "5 KGM")
                                .build(),
                        BERLIN,
                        List.of(lines))));
    }

    private static ExpectedReceipt.Line line(int number, Lot lot, String expected, String received, int pallet) {
        return new ExpectedReceipt.Line(
                number,
                lot,
                quantity(expected),
                quantity(received),
                quantity(expected),
                new OrderLineReference(new DocumentReference(PURCHASE_ORDER, "PO1"), 1),
                Optional.of(pallet(pallet)));
    }

    private void dispatch(String order, String quantity) {
        recorded.append(dispatched(order, quantity));
    }

    private static TraceEvent dispatched(String order, String quantity) {
        return anEvent(order, TRANSFER)
                .of(TRANSFER_ORDER, order)
                .moving(WHEAT.key(), quantity, in(SHELF), ROAD)
                .build();
    }

    private void ordered(String delivery) {
        recorded.database().unitOfWork().run(() -> recorded.database()
                .salesOrders()
                .save(aSalesOrder("SO1")
                        .ordering(FLOUR, "30 KGM")
                        .deliveredOn(delivery)
                        .build()));
    }

    private void ship(String shipment, String quantity, int pallet) {
        recorded.append(shipped(shipment, quantity, pallet));
    }

    private static TraceEvent shipped(String shipment, String quantity, int pallet) {
        return anEvent(shipment, SHIP)
                .of(SHIPMENT, shipment)
                .of(SALES_ORDER, "SO1")
                .moving(WHEAT.key(), quantity, Position.at(in(SHELF)), Position.at(Place.party(MARKET), pallet(pallet)))
                .build();
    }

    private List<String> now(LotKey lot) {
        return genealogy.whereabouts(List.of(lot)).stream()
                .map(WhereaboutsIT::text)
                .toList();
    }

    private static String text(Whereabouts where) {
        return where.state() + " " + where.position() + " " + where.quantity() + " " + where.documents()
                + where.due().map(due -> " due " + due).orElse("");
    }
}
