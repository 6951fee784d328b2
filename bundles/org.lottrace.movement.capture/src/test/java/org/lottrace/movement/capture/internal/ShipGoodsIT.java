package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.EventType.PACK;
import static org.lottrace.api.event.EventType.PICK;
import static org.lottrace.api.event.EventType.TRANSFER;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LotAttributes;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Restatement;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

class ShipGoodsIT {
    private final WorkingBakery bakery = new WorkingBakery().withFlour();
    private LotKey bread;

    @BeforeEach
    void orders_bread() {
        bread = bakery.baked("B1");
        bakery.ordered(aSalesOrder("SO1")
                .ordering(BREAD, "10 CS")
                .ordering(BREAD, "1 CS")
                .build());
    }

    /** An expired lot left because the order's date was old. */
    @Test
    void goods_are_judged_on_the_day_they_leave_when_the_delivery_day_is_over() {
        WorkingBakery february = new WorkingBakery().withFlourAt("2026-02-10T08:00:00Z");
        LotKey old = february.baked("OLD", "2026-02-15T08:00:00Z");
        february.ordered(aSalesOrder("SO9")
                .deliveredOn("2026-02-18")
                .ordering(BREAD, "10 C62")
                .build());
        february.reserve("SO9", 1, old, SHELF, "10 C62");

        assertEquals(List.of("LOT_EXPIRED lines[1].lot"), refusals(february.ship("s9", "S9", "SO9")));
    }

    @Test
    void ships_what_is_reserved_and_no_more() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");

        assertEquals(
                List.of("NOT_RESERVED lines[2].quantity"),
                refusals(bakery.ship(
                        "s1",
                        "S1",
                        "SO1",
                        leaving(1, on(SHELF, bread, "1 CS")),
                        leaving(1, on(SHELF, bread, "13 C62")))));
        assertEquals(
                List.of("NOT_RESERVED lines[1].quantity"),
                refusals(bakery.ship("s1", "S1", "SO1", leaving(2, on(SHELF, bread, "1 CS")))));
        recorded(bakery.ship(
                "s1", "S1", "SO1", leaving(1, on(SHELF, bread, "1 CS")), leaving(1, on(SHELF, bread, "8 C62"))));

        assertEquals(List.of("BER/A-01 4 C62"), bakery.reserved(bread));
        assertEquals(List.of("BER/A-01 220 C62"), bakery.stock(bread));
    }

    @Test
    void ships_nothing_that_is_not_reserved() {
        assertEquals(List.of("NOT_RESERVED salesOrder"), refusals(bakery.ship("s1", "S1", "SO1")));
    }

    @Test
    void gives_every_shipment_its_own_number() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        recorded(bakery.ship("s1", "S1", "SO1", leaving(1, on(SHELF, bread, "1 CS"))));

        assertEquals(List.of("SHIPMENT_NUMBER_IN_USE number"), refusals(bakery.ship("s2", "S1", "SO1")));
        assertEquals(List.of("ORDER_UNKNOWN salesOrder"), refusals(bakery.ship("s3", "S3", "SO9")));
    }

    @Test
    void says_how_the_shipment_travels_and_under_which_numbers() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        List<KeyDatum> said = List.of(
                KeyDataElement.CARRIER_CODE.is(new KeyDataValue.Code("ABCD")),
                KeyDataElement.BILL_OF_LADING.is(new KeyDataValue.Text("BOL-7")),
                KeyDataElement.PACKAGES.is(new KeyDataValue.Amount(WorkingBakery.of("2 C62"))));

        TraceEvent shipped = recorded(ship("s1", said));

        assertEquals(said, LotAttributes.ofShipment(shipped.keyData()));
        assertTrue(ship("s1", said) instanceof Outcome.AlreadyDone);
        assertEquals(List.of("EVENT_ID_REUSED id"), refusals(ship("s1", List.of())));
        TraceEvent restated = recorded(bakery.corrections()
                .restate(new Restatement(
                        aContext("s2").request(),
                        new EventId("s1"),
                        Optional.empty(),
                        Optional.of("S2"),
                        List.of(),
                        "another number")));
        assertEquals(said, LotAttributes.ofShipment(restated.keyData()), "it is said of the shipment as told again");
    }

    @Test
    void what_says_nothing_of_a_shipment_is_refused() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");

        assertEquals(
                List.of("KEY_DATA_WRONG keyData[1]"),
                refusals(ship(
                        "s1",
                        List.of(KeyDataElement.HARVEST_DATE.is(new KeyDataValue.Day(LocalDate.parse("2026-02-01")))))));
    }

    private Outcome<RecordedEvent> ship(String id, List<KeyDatum> said) {
        return bakery.capture()
                .ship(new Shipment(aContext(id).request(), "S1", "SO1", Optional.empty(), List.of(), said));
    }

    @Test
    void does_not_ship_what_was_held_after_it_was_reserved() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        bakery.hold(bread);

        assertEquals(List.of("LOT_ON_HOLD lines[1].lot"), refusals(bakery.ship("s1", "S1", "SO1")));
        assertEquals(List.of("BER/A-01 24 C62"), bakery.reserved(bread));
    }

    @Test
    void asks_for_the_shelf_life_that_remains_at_delivery() {
        bakery.ordered(aSalesOrder("SO2")
                .deliveredOn("2026-03-09")
                .ordering(BREAD, "1 CS")
                .build());
        bakery.reserve("SO2", 1, bread, SHELF, "12 C62");

        assertEquals(List.of("SHELF_LIFE_TOO_SHORT lines[1].lot"), refusals(bakery.ship("s1", "S1", "SO2")));
    }

    @Test
    void keeps_the_pallet_or_takes_another() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        recorded(bakery.capture()
                .transfer(
                        PACK,
                        new Transfer(
                                aContext("k1").request(),
                                BERLIN,
                                GATE,
                                Optional.of(pallet(1)),
                                List.of(on(SHELF, bread, "20 C62")))));
        assertEquals(
                List.of("BER/A-01 4 C62", "BER/GATE (00)" + pallet(1) + " 20 C62"),
                bakery.reserved(bread).stream().sorted().toList());

        assertEquals(
                List.of(
                        "B1: BER/A-01 → PARTY MARKET (00)" + pallet(2) + " 4 C62",
                        "B1: BER/GATE (00)" + pallet(1) + " → PARTY MARKET (00)" + pallet(1) + " 20 C62"),
                lines(recorded(bakery.ship(
                        "s1",
                        "S1",
                        "SO1",
                        new Shipment.Line(1, on(SHELF, bread, "4 C62"), Optional.of(pallet(2))),
                        new Shipment.Line(
                                1,
                                new LotQuantity(
                                        LotReference.to(bread),
                                        GATE,
                                        Optional.of(pallet(1)),
                                        WorkingBakery.of("20 C62")),
                                Optional.empty())))));
    }

    @Test
    void what_is_picked_stands_as_picked_until_the_pick_is_reversed() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");

        recorded(bakery.capture()
                .transfer(
                        PICK,
                        new Transfer(
                                aContext("p1").request(),
                                BERLIN,
                                GATE,
                                Optional.empty(),
                                List.of(on(SHELF, bread, "10 C62")))));
        assertEquals(List.of("BER/A-01 14 C62 FIRM", "BER/GATE 10 C62 PICKED"), kinds());

        bakery.reverse("u1", "p1");
        assertEquals(List.of("BER/A-01 24 C62 FIRM"), kinds());
    }

    private List<String> kinds() {
        return bakery
                .unitOfWork()
                .required(() -> bakery.database().reservations().ofLots(List.of(bread)))
                .stream()
                .map(one -> one.position() + " " + one.quantity() + " " + one.kind())
                .sorted()
                .toList();
    }

    @Test
    void leaves_reserved_goods_where_they_are_in_a_plain_transfer() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");

        assertEquals(
                List.of("STOCK_RESERVED lines[1].quantity"),
                refusals(bakery.capture()
                        .transfer(
                                TRANSFER,
                                new Transfer(
                                        aContext("t1").request(),
                                        BERLIN,
                                        GATE,
                                        Optional.empty(),
                                        List.of(on(SHELF, bread, "220 C62"))))));
    }

    @Test
    void takes_back_what_left_once_under_each_id() {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        recorded(bakery.ship("s1", "S1", "SO1"));

        assertEquals(
                List.of("SHIPMENT_UNKNOWN shipment"),
                refusals(bakery.capture()
                        .takeBack(new CustomerReturn(
                                aContext("r1").requested().request(),
                                "R1",
                                "S2",
                                List.of(on(SHELF, bread, "1 C62"))))));
        assertEquals(List.of("B1: PARTY MARKET → BER/A-01 20 C62"), lines(recorded(takeBack("r1", "S1", "20 C62"))));
        assertEquals(
                List.of("RETURN_EXCEEDS_SHIPMENT lines[1].quantity"),
                refusals(bakery.capture()
                        .takeBack(new CustomerReturn(
                                aContext("r2").requested().request(),
                                "R1",
                                "S1",
                                List.of(on(SHELF, bread, "5 C62"))))));
        recorded(takeBack("r1", "S1", "20 C62"));
        assertEquals(List.of("BER/A-01 236 C62"), bakery.stock(bread));
    }

    /** What came back is there, whoever can say what it left with. */
    @ParameterizedTest
    @CsvSource({
        "S1, '',     20 C62, ''",
        "S1, '',     25 C62, RETURN_EXCEEDS_SHIPMENT",
        "S1, MARKET, 25 C62, RETURN_EXCEEDS_SHIPMENT",
        "S9, MARKET, 20 C62, SHIPMENT_UNKNOWN",
        "'', MARKET, 20 C62, SHIPMENT_MISSING",
    })
    void goods_that_came_back_are_recorded_with_what_is_wrong_about_it(
            String shipment, String customer, String quantity, String found) {
        bakery.reserve("SO1", 1, bread, SHELF, "24 C62");
        recorded(bakery.ship("s1", "S1", "SO1"));

        TraceEvent event = recorded(bakery.capture().takeBack(back("r1", shipment, customer, quantity)));

        assertEquals(List.of("B1: PARTY MARKET → BER/A-01 " + quantity), lines(event));
        assertEquals(found.isEmpty() ? List.of() : List.of(found), CountStockIT.findings(event));
        assertEquals(event, recorded(bakery.capture().takeBack(back("r1", shipment, customer, quantity))));
        assertEquals(
                List.of("EVENT_ID_REUSED id"),
                refusals(bakery.capture().takeBack(back("r1", shipment, "MILL", quantity))));
    }

    @Test
    void a_return_of_an_unknown_customer_is_recorded_and_a_case() {
        TraceEvent event = recorded(bakery.capture().takeBack(back("r1", "", "NOBODY", "1 C62")));

        assertEquals(List.of("SHIPMENT_MISSING", "CUSTOMER_UNKNOWN"), CountStockIT.findings(event));
        assertEquals(List.of("B1: PARTY NOBODY → BER/A-01 1 C62"), lines(event));
    }

    private CustomerReturn back(String id, String shipment, String customer, String quantity) {
        return new CustomerReturn(
                aContext(id).request(),
                "R1",
                Optional.of(shipment).filter(text -> !text.isEmpty()),
                Optional.of(customer).filter(text -> !text.isEmpty()).map(PartyId::new),
                List.of(on(SHELF, bread, quantity)));
    }

    private Outcome<RecordedEvent> takeBack(String id, String shipment, String quantity) {
        return bakery.capture()
                .takeBack(new CustomerReturn(
                        aContext(id).request(), "R1", shipment, List.of(on(SHELF, bread, quantity))));
    }
}
