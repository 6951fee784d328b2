package org.lottrace.services;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.DOUGH;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.ItemBuilder.anItem;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.FLOUR_2;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.UnitMove;
import org.lottrace.api.movement.UnitNesting;
import org.lottrace.api.movement.UnitShipment;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.Recall;
import org.lottrace.company.WorkingBakery;

/** What happens on a day of a warehouse and once could not be recorded, or was recorded wrong: one line for each kind. */
class DaysOfAWarehouseTest {
    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-02-01T08:00:00Z");

    private static Arguments row(String what, String expected, Function<DaysOfAWarehouseTest, String> day) {
        return Arguments.of(what, expected, day);
    }

    static Stream<Arguments> days() {
        return Stream.of(
                row(
                        "w01 an expired lot leaves late for an order with an old day",
                        "LOT_EXPIRED",
                        DaysOfAWarehouseTest::expired),
                row("w02 a count is entered late", "recorded, 900 KGM", DaysOfAWarehouseTest::lateCount),
                row(
                        "w03 goods are used before anybody told that they came",
                        "recorded, recorded, 90 KGM",
                        DaysOfAWarehouseTest::usedFirst),
                row(
                        "w06 a lot is held for a second reason and released for the first",
                        "recorded, recorded, recorded, ON_HOLD",
                        DaysOfAWarehouseTest::heldTwice),
                row(
                        "w07 one lot is on two pallets",
                        "recorded, recorded, 10 C62 and 10 C62, 2 inputs",
                        DaysOfAWarehouseTest::twoPallets),
                row(
                        "w08 one order makes two products",
                        "recorded, recorded, both of L1",
                        DaysOfAWarehouseTest::coProduct),
                row("w09 less is counted than is reserved", "recorded, 5 C62", DaysOfAWarehouseTest::countedAway),
                row(
                        "w13 a held and an expired lot are picked",
                        "LOT_ON_HOLD, LOT_EXPIRED",
                        DaysOfAWarehouseTest::picked),
                row("w14 an order is in pounds", "no problem, 22.679619 KGM", DaysOfAWarehouseTest::pounds),
                row(
                        "w15 a lot number has slashes",
                        "2026/06/0042 2026/06/0042 2026/06/0042",
                        DaysOfAWarehouseTest::slashes),
                row("w16 a count finds what the book says", "recorded", DaysOfAWarehouseTest::cleanCount),
                row(
                        "w17 goods left before a hold that was recorded first",
                        "recorded with LOT_ON_HOLD",
                        DaysOfAWarehouseTest::leftBefore),
                row(
                        "w18 more came than was ordered",
                        "recorded with OVER_RECEIPT, ORDER_EXCEEDED",
                        DaysOfAWarehouseTest::beyondTheOrder),
                row(
                        "w21 a receipt was wrong, and goods go back",
                        "recorded, reversed, []",
                        DaysOfAWarehouseTest::wayBack),
                row("w22 an expiry was wrong", "recorded, 2027-06-30", DaysOfAWarehouseTest::wrongExpiry),
                row(
                        "w23 goods came without a notice, another lot, a found lot",
                        "NOTICE_UNKNOWN LOT_NOT_ANNOUNCED LOT_UNKNOWN",
                        DaysOfAWarehouseTest::found),
                row(
                        "a pallet leaves that the book has at another site",
                        "recorded with NOT_RESERVED, case UNIT_ELSEWHERE, at [], got by MARKET",
                        DaysOfAWarehouseTest::leftFromElsewhere),
                row(
                        "a carton is put on a pallet that the book has elsewhere",
                        "recorded with UNIT_ELSEWHERE, at [BER/A-01]",
                        DaysOfAWarehouseTest::putTogether),
                row(
                        "goods come whose number several issuers use",
                        "recorded, BER/DOCK 250 KGM",
                        DaysOfAWarehouseTest::ofTheSupplier));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("days")
    void what_happens_is_in_the_book_and_what_must_not_is_refused(
            String what, String expected, Function<DaysOfAWarehouseTest, String> day) {
        assertEquals(expected, day.apply(this));
    }

    private String expired() {
        LotKey bread = bakery.baked("OLD", "2026-02-19T08:00:00Z");
        bakery.ordered(aSalesOrder("SO1")
                .deliveredOn("2026-02-22")
                .ordering(BREAD, "20 C62")
                .build());
        bakery.reserve("SO1", 1, bread, SHELF, "20 C62");
        return said(bakery.ship("s1", "S1", "SO1", leaving(1, on(SHELF, bread, "20 C62"))));
    }

    private String lateCount() {
        recorded(bakery.capture()
                .dispose(new Disposal(
                        aContext("d1").at("2026-03-01T10:00:00Z").request(),
                        "D1",
                        List.of(on(SHELF, FLOUR_1, "100 KGM")))));
        return said(bakery.capture()
                        .count(new StockCount(
                                aContext("c1").at("2026-03-01T09:00:00Z").request(),
                                "C1",
                                List.of(on(SHELF, FLOUR_1, "1000 KGM")))))
                + ", " + left(FLOUR_1);
    }

    private String usedFirst() {
        LotKey salt = new LotKey(MILL, SALT, new LotNumber("N-1"));
        String used = said(bakery.capture()
                .consume(new Consumption(
                        aContext("c1").at("2026-03-01T10:00:00Z").reported().request(),
                        "P1",
                        List.of(on(DOCK, salt, "10 KGM")))));
        String came = said(bakery.capture()
                .receive(new Receipt(
                        aContext("r1").at("2026-03-01T08:00:00Z").request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.of("PO1"),
                        DOCK,
                        List.of(came("SALT/N-1", "100 KGM")))));
        return used.split(" ")[0] + ", " + came.split(" ")[0] + ", " + left(salt);
    }

    private String heldTwice() {
        String first = said(bakery.holds().hold(aContext("h1").request(), List.of(FLOUR_1), "chem"));
        String second = said(bakery.holds().hold(aContext("h2").request(), List.of(FLOUR_1), "listeria"));
        String release =
                said(bakery.holds().release(aContext("r1").request(), List.of(FLOUR_1), "chem is fine", List.of("h1")));
        return first + ", " + second + ", " + release + ", "
                + bakery.holds().dispositionsOf(List.of(FLOUR_1)).get(0).disposition();
    }

    private String twoPallets() {
        String first = made("1", "W07", 1);
        String second = made("2", "W07", 2);
        LotKey lot = new LotKey(org.lottrace.api.fixture.Bakery.COMPANY, BREAD, new LotNumber("W07"));
        List<String> stock = bakery
                .unitOfWork()
                .required(() -> bakery.database().stock().ofLots(List.of(lot)))
                .stream()
                .map(balance -> balance.quantity().toString())
                .toList();
        long inputs = Stream.of("p1", "p2")
                .flatMap(id ->
                        bakery
                                .ledger()
                                .find(new org.lottrace.api.event.EventId(id))
                                .orElseThrow()
                                .event()
                                .edges()
                                .stream())
                .count();
        return first + ", " + second + ", " + String.join(" and ", stock) + ", " + inputs + " inputs";
    }

    private String made(String round, String lot, int pallet) {
        recorded(bakery.consume("c" + round, "P7", on(SHELF, FLOUR_1, "10 KGM")));
        return said(bakery.capture()
                .produce(new Production(
                        aContext("p" + round).request(),
                        "P7",
                        BREAD,
                        quantity("10 C62"),
                        Optional.of(new LotNumber(lot)),
                        "",
                        "",
                        SHELF,
                        Optional.of(pallet(pallet)))));
    }

    private String coProduct() {
        recorded(bakery.consume("c1", "P8", on(SHELF, FLOUR_1, "10 KGM")));
        Outcome<RecordedEvent> bread = bakery.produce("p1", "P8", BREAD, "5 C62", Optional.of("B8"));
        Outcome<RecordedEvent> dough = bakery.produce("p2", "P8", DOUGH, "5 KGM", Optional.of("D8"));
        boolean areBothOfIt = Stream.of(bread, dough).allMatch(one -> recorded(one).edges().stream()
                .anyMatch(edge -> edge.input().equals(FLOUR_1)));
        return said(bread) + ", " + said(dough) + (areBothOfIt ? ", both of L1" : ", not both of L1");
    }

    private String countedAway() {
        LotKey bread = bakery.baked("B1", "2026-02-28T08:00:00Z");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "6 C62").build());
        bakery.reserve("SO1", 1, bread, SHELF, "6 C62");
        String counted = said(bakery.capture()
                .count(new StockCount(aContext("c1").request(), "C1", List.of(on(SHELF, bread, "5 C62")))));
        return counted.split(" ")[0] + ", " + bakery.reserved(bread).get(0).replaceFirst("\\S+ ", "");
    }

    private String picked() {
        LotKey old = bakery.baked("OLD", "2026-02-19T08:00:00Z");
        bakery.hold(FLOUR_1);
        return pick("k1", FLOUR_1, "1 KGM") + ", " + pick("k2", old, "1 C62");
    }

    private String pick(String id, LotKey lot, String quantity) {
        return said(bakery.capture()
                .transfer(
                        EventType.PICK,
                        new Transfer(
                                aContext(id).requested().request(),
                                BERLIN,
                                GATE,
                                Optional.empty(),
                                List.of(on(SHELF, lot, quantity)))));
    }

    private String pounds() {
        ItemNumber nuts = new ItemNumber("NUTS");
        bakery.unitOfWork().run(() -> bakery.database()
                .items()
                .save(anItem(nuts).in("KGM").packed("LBR", "0.45359237").build()));
        List<?> problems = bakery.purchaseOrders()
                .save(List.of(
                        aPurchaseOrder("PO14").ordering(nuts, "50 LBR", "9").build()));
        recorded(bakery.capture()
                .receive(new Receipt(
                        aContext("r14").request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.of("PO14"),
                        DOCK,
                        List.of(came("NUTS/N14", "50 LBR")))));
        return (problems.isEmpty() ? "no problem" : problems.toString()) + ", "
                + left(new LotKey(MILL, nuts, new LotNumber("N14")));
    }

    private String slashes() {
        bakery.lots().register(aLot("2026/06/0042").of(SALT).build());
        return Stream.of("2026/06/0042", "SALT/2026/06/0042", "MILL/SALT/2026/06/0042")
                .map(written -> bakery.lots().find(LotReference.parse(written)).stream()
                        .map(lot -> lot.key().number().value())
                        .reduce("", String::concat))
                .reduce((one, next) -> one + " " + next)
                .orElseThrow();
    }

    private String cleanCount() {
        return said(bakery.capture()
                .count(new StockCount(aContext("c1").request(), "C1", List.of(on(SHELF, FLOUR_1, "1000 KGM")))));
    }

    private String leftBefore() {
        LotKey bread = bakery.baked("B1", "2026-02-28T08:00:00Z");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "20 C62").build());
        recorded(bakery.holds().hold(aContext("h1").at("2026-03-02T07:30:00Z").request(), List.of(bread), "glass"));
        bakery.reserve("SO1", 1, bread, SHELF, "20 C62");
        return said(bakery.capture()
                .ship(new Shipment(
                        aContext("s1").at("2026-03-02T07:00:00Z").request(),
                        "S1",
                        "SO1",
                        List.of(leaving(1, on(SHELF, bread, "20 C62"))))));
    }

    private String beyondTheOrder() {
        return said(bakery.receive("r1", "N1", came("FLOUR/L1", "2000 KGM")));
    }

    private String wayBack() {
        LotKey salt = new LotKey(MILL, SALT, new LotNumber("N-1"));
        Receipt receipt = new Receipt(
                aContext("r1").request(),
                Optional.of(MILL),
                Optional.empty(),
                Optional.of("PO1"),
                DOCK,
                List.of(came("SALT/N-1", "100 KGM")));
        recorded(bakery.capture().receive(receipt));
        String back = said(bakery.capture()
                .returnToSupplier(
                        new SupplierReturn(aContext("v1").request(), MILL, "V1", List.of(on(DOCK, salt, "40 KGM")))));
        boolean isReversed = bakery.reverseAll("x1", "r1").violations().isEmpty();
        return back + (isReversed ? ", reversed, " : ", not reversed, ") + bakery.stock(salt);
    }

    private String wrongExpiry() {
        String corrected = said(bakery.lotCorrections()
                .correct(new LotCorrection(
                        aContext("x1").request(),
                        FLOUR_1,
                        Optional.empty(),
                        Optional.of(LocalDate.of(2027, 6, 30)),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        "the mill corrected its label")));
        return corrected + ", "
                + bakery.lots().find(FLOUR_1).orElseThrow().expiry().orElseThrow();
    }

    private String found() {
        String noNotice = said(bakery.receive("r1", "N9", came("FLOUR/L7", "25 KGM")));
        String otherLot = said(bakery.receive("r2", "N1", came("FLOUR/L8", "25 KGM")));
        String counted = said(bakery.capture()
                .count(new StockCount(
                        aContext("c1").request(),
                        "C1",
                        List.of(on(SHELF, new LotKey(MILL, FLOUR, new LotNumber("L9")), "5 KGM")))));
        return (noNotice.contains("NOTICE_UNKNOWN") ? "NOTICE_UNKNOWN " : noNotice)
                + (otherLot.contains("LOT_NOT_ANNOUNCED") ? "LOT_NOT_ANNOUNCED " : otherLot)
                + (counted.contains("LOT_UNKNOWN") ? "LOT_UNKNOWN" : counted);
    }

    private String leftFromElsewhere() {
        LotKey bread = bakery.baked("B1", "2026-02-28T08:00:00Z");
        bakery.ordered(aSalesOrder("SO1").ordering(BREAD, "240 C62").build());
        packed("p1", 1, bread, "240 C62");
        LogisticUnits units = bakery.company().service(LogisticUnits.class);
        recorded(units.move(new UnitMove(aContext("m1").request(), List.of(pallet(1)), POTSDAM, SHELF)));
        String left = said(
                units.ship(new UnitShipment(aContext("s1").reported().request(), "S1", "SO1", List.of(pallet(1)))));
        String cases = bakery.company().service(ExceptionCases.class).ofEvent(new EventId("s1:1")).stream()
                .map(one -> one.code())
                .collect(Collectors.joining(" "));
        return left + ", case " + cases + ", at " + bakery.stock(bread) + ", got by "
                + bakery.company().service(Recall.class).scope(List.of(bread)).shipments().stream()
                        .map(handover -> handover.party().value())
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    private String putTogether() {
        packed("p1", 1, FLOUR_1, "1000 KGM");
        LogisticUnits units = bakery.company().service(LogisticUnits.class);
        recorded(units.nest(new UnitNesting(aContext("n1").request(), List.of(pallet(1)), pallet(9))));
        recorded(bakery.capture()
                .transfer(
                        EventType.PACK,
                        new Transfer(
                                aContext("p2").request(),
                                BERLIN,
                                GATE,
                                Optional.of(pallet(2)),
                                List.of(on(SHELF, FLOUR_2, "1000 KGM")))));
        String together =
                said(units.nest(new UnitNesting(aContext("n2").reported().request(), List.of(pallet(2)), pallet(9))));
        return together + ", at "
                + bakery.stock(FLOUR_2).stream()
                        .map(balance -> balance.split(" ")[0])
                        .toList();
    }

    private void packed(String id, int unit, LotKey lot, String quantity) {
        recorded(bakery.capture()
                .transfer(
                        EventType.PACK,
                        new Transfer(
                                aContext(id).request(),
                                BERLIN,
                                SHELF,
                                Optional.of(pallet(unit)),
                                List.of(on(SHELF, lot, quantity)))));
    }

    private String ofTheSupplier() {
        bakery.lots().register(aLot("77").expiring("2027-01-31").build());
        bakery.lots().register(aLot("77").from(MARKET).expiring("2027-01-31").build());
        bakery.expect(aShipNotice("N2")
                .announcing("PO1", 1, FLOUR, "77", "10 BG", Optional.of(WorkingBakery.NEXT_YEAR), Optional.empty())
                .build());
        String came = said(bakery.receive("r2", "N2", came("FLOUR/77", "10 BG")));
        return came.split(" ")[0] + ", "
                + String.join(" ", bakery.stock(aLot("77").key()));
    }

    private String left(LotKey lot) {
        return bakery.stock(lot).stream()
                .filter(balance -> balance.startsWith("BER/"))
                .map(balance -> balance.replaceFirst("\\S+ ", ""))
                .reduce("", String::concat);
    }

    /** How it ended: refused with these codes, or recorded, with what was found wrong. */
    private static String said(Outcome<RecordedEvent> outcome) {
        return outcome.fold(
                done -> done.event().findings().isEmpty()
                        ? "recorded"
                        : "recorded with " + String.join(", ", done.event().findings()),
                refused -> String.join(
                        ", ",
                        refused.stream()
                                .map(violation -> violation.code())
                                .distinct()
                                .toList()));
    }
}
