package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MARKET;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.SalesOrderBuilder.aSalesOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.leaving;
import static org.lottrace.company.WorkingBakery.notice;
import static org.lottrace.company.WorkingBakery.on;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.SampleFate;
import org.lottrace.api.movement.Sampling;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

/** Flour was moved, used or given away before anybody had told of its lot. */
class LotFirstToldOfIT {
    private static final LotKey NEW = new LotKey(MILL, FLOUR, new LotNumber("L8"));
    private static final List<LotQuantity> GOODS = List.of(on(SHELF, NEW, "10 KGM"));

    private static final LocalDate MADE = LocalDate.of(2026, 2, 1);

    private final WorkingBakery bakery = new WorkingBakery().withFlourAt("2026-02-20T08:00:00Z");

    @BeforeEach
    void flour_is_ordered() {
        bakery.ordered(aSalesOrder("SO1").ordering(FLOUR, "10 KGM").build());
    }

    private static Arguments row(
            String kind, String found, BiFunction<WorkingBakery, CaptureContext, Outcome<RecordedEvent>> act) {
        return Arguments.of(kind, found, act);
    }

    static Stream<Arguments> reports() {
        String gained = "LOT_UNKNOWN EXPIRY_MISSING STOCK_UNEXPLAINED";
        return Stream.of(
                row("consumption", gained, LotFirstToldOfIT::consume),
                row("shipment", gained, (bakery, context) -> bakery.capture()
                        .ship(new Shipment(context, "S1", "SO1", List.of(leaving(1, GOODS.get(0)))))),
                row("shipment without an order", gained, (bakery, context) -> bakery.capture()
                        .ship(new Shipment(context, "S1", "", Optional.of(MARKET), List.of(leaving(1, GOODS.get(0)))))),
                row("transfer", gained, (bakery, context) -> bakery.capture()
                        .transfer(EventType.TRANSFER, new Transfer(context, BERLIN, GATE, Optional.empty(), GOODS))),
                row("pick", gained, (bakery, context) -> bakery.capture()
                        .transfer(EventType.PICK, new Transfer(context, BERLIN, GATE, Optional.empty(), GOODS))),
                row("dispatch", gained, (bakery, context) -> bakery.capture()
                        .dispatch(new Dispatch(context, POTSDAM, Optional.empty(), GOODS))),
                row("disposal", gained, (bakery, context) -> bakery.capture()
                        .dispose(new Disposal(context, "D1", GOODS))),
                row("sample", gained, (bakery, context) -> bakery.capture()
                        .sample(new Sampling(context, "P1", "moisture", SampleFate.USED, GOODS))),
                row("return to supplier", gained, (bakery, context) -> bakery.capture()
                        .returnToSupplier(new SupplierReturn(context, MILL, "R1", GOODS))),
                row("return of a customer", "LOT_UNKNOWN EXPIRY_MISSING", (bakery, context) -> bakery.capture()
                        .takeBack(new CustomerReturn(context, "R1", Optional.empty(), Optional.of(MARKET), GOODS))),
                row("split", gained, (bakery, context) -> bakery.capture()
                        .transform(
                                EventType.RELABEL,
                                new Transformation(
                                        context,
                                        "T1",
                                        GOODS,
                                        List.of(new Transformation.Output(
                                                Optional.empty(),
                                                Optional.of(new LotNumber("L8A")),
                                                Optional.of(quantity("10 KGM")),
                                                SHELF,
                                                Optional.empty()))))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void a_report_of_its_goods_is_recorded_and_registers_it(
            String kind, String found, BiFunction<WorkingBakery, CaptureContext, Outcome<RecordedEvent>> act) {
        List<String> refused =
                refusals(act.apply(bakery, aContext("e").requested().request()));
        TraceEvent event = recorded(act.apply(bakery, aContext("e").reported().request()));

        assertTrue(refused.contains("LOT_UNKNOWN lines[1].lot"), refused.toString());
        assertTrue(event.findings().containsAll(List.of(found.split(" "))), () -> kind + ": " + event.findings());
        assertTrue(event.lotChanges().stream().anyMatch(change -> change.lot().equals(NEW)), kind);
        assertTrue(bakery.lots().find(NEW).isPresent());
        assertEquals(event, recorded(act.apply(bakery, aContext("e").reported().request())), "the same again");
        assertEquals(List.of(), bakery.reverse("undo", "e").violations(), "it can be taken back");
        assertEquals(List.of(), bakery.stock(NEW));
    }

    @Test
    void the_late_notice_and_receipt_explain_it_and_bring_its_expiry() {
        recorded(consume(
                bakery, aContext("c1").at("2026-03-02T07:00:00Z").reported().request()));

        bakery.expect(aShipNotice("N2")
                .announcing("PO1", 1, FLOUR, "L8", "1 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
        TraceEvent late = recorded(bakery.capture()
                .receive(new Receipt(
                        aContext("r1").at("2026-03-02T06:00:00Z").request(),
                        notice("N2"),
                        SHELF,
                        List.of(came("L8", "25 KGM")))));

        assertEquals(
                List.of("ORDER_EXCEEDED"),
                late.findings(),
                "that it came is no surprise, only that it is more than was ordered");
        assertEquals(List.of("BER/A-01 15 KGM", "PRODUCTION_ORDER P1 10 KGM"), bakery.stock(NEW));
        assertEquals(
                Optional.of(NEXT_YEAR), bakery.lots().find(NEW).orElseThrow().expiry());
    }

    @Test
    void dates_that_stand_on_several_lines_are_all_known_from_the_receipt_on() {
        flour_was_used();

        TraceEvent late =
                late(line(Optional.of(MADE), Optional.empty()), line(Optional.empty(), Optional.of(NEXT_YEAR)));

        assertEquals(Optional.of(MADE), known().productionDate());
        assertEquals(Optional.of(NEXT_YEAR), known().expiry());
        assertEquals(1, late.lotChanges().size(), "one lot changes once");
    }

    @Test
    void of_two_dates_the_first_is_known_and_the_other_is_a_finding() {
        flour_was_used();

        TraceEvent late = late(
                line(Optional.empty(), Optional.of(NEXT_YEAR)),
                line(Optional.empty(), Optional.of(NEXT_YEAR.plusDays(1))));

        assertEquals(Optional.of(NEXT_YEAR), known().expiry());
        assertTrue(
                late.findings().contains("LOT_DIFFERS"), () -> late.findings().toString());
    }

    @Test
    void a_day_on_which_it_was_made_says_how_long_it_keeps() {
        flour_was_used();

        late(line(Optional.of(MADE), Optional.empty()));

        assertEquals(Optional.of(MADE.plusDays(365)), known().expiry());
    }

    @Test
    void no_lot_is_known_to_expire_before_it_was_made() {
        flour_was_used();
        recorded(bakery.company()
                .service(LotCorrections.class)
                .correct(new LotCorrection(
                        aContext("made").reported().request(),
                        NEW,
                        Optional.of(MADE),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "read on the bag")));

        TraceEvent late = late(line(Optional.empty(), Optional.of(MADE.minusDays(1))));

        assertEquals(Optional.empty(), known().expiry());
        assertTrue(
                late.findings().contains("LOT_DIFFERS"), () -> late.findings().toString());
    }

    @Test
    void nobody_has_to_look_for_an_expiry_any_more_that_a_receipt_has_told() {
        flour_was_used();
        assertTrue(openCases().contains("EXPIRY_MISSING"), openCases().toString());

        late(line(Optional.empty(), Optional.of(NEXT_YEAR)));

        assertFalse(openCases().contains("EXPIRY_MISSING"), openCases().toString());
    }

    @Test
    void nor_for_one_that_a_correction_has_told() {
        flour_was_used();

        recorded(bakery.company()
                .service(LotCorrections.class)
                .correct(new LotCorrection(
                        aContext("read").reported().request(),
                        NEW,
                        Optional.empty(),
                        Optional.of(NEXT_YEAR),
                        Optional.empty(),
                        Optional.empty(),
                        "read on the bag")));

        assertFalse(openCases().contains("EXPIRY_MISSING"), openCases().toString());
    }

    private List<String> openCases() {
        return bakery.company().service(ExceptionCases.class).ofEvent(new EventId("c1")).stream()
                .filter(ExceptionCase::isOpen)
                .map(ExceptionCase::code)
                .toList();
    }

    private void flour_was_used() {
        recorded(consume(
                bakery, aContext("c1").at("2026-03-02T07:00:00Z").reported().request()));
    }

    private TraceEvent late(Receipt.Line... lines) {
        return recorded(bakery.capture()
                .receive(new Receipt(
                        aContext("r1").at("2026-03-02T06:00:00Z").request(),
                        Optional.of(MILL),
                        Optional.empty(),
                        Optional.empty(),
                        SHELF,
                        List.of(lines))));
    }

    private static Receipt.Line line(Optional<LocalDate> made, Optional<LocalDate> expiry) {
        return new Receipt.Line(
                LotReference.to(NEW),
                quantity("25 KGM"),
                Optional.empty(),
                made,
                expiry,
                false,
                Optional.empty(),
                Optional.empty());
    }

    private Lot known() {
        return bakery.lots().find(NEW).orElseThrow();
    }

    @Test
    void what_contradicts_our_masters_is_refused_and_said() {
        LotKey ofNobody = new LotKey(new PartyId("NOBODY"), FLOUR, new LotNumber("L8"));
        LotKey ofNothing = new LotKey(MILL, new ItemNumber("NOTHING"), new LotNumber("L8"));

        assertTrue(CountStockIT.findings(recorded(bakery.capture()
                        .dispose(new Disposal(aContext("d0").request(), "D0", List.of(on(SHELF, ofNobody, "1 KGM"))))))
                .contains("PARTY_UNKNOWN"));
        assertTrue(refusals(bakery.capture()
                        .dispose(new Disposal(aContext("d1").request(), "D1", List.of(on(SHELF, ofNothing, "1 KGM")))))
                .contains("ITEM_UNKNOWN lines[1].lot"));
    }

    @Test
    void a_number_alone_does_not_say_which_goods_they_were() {
        List<LotQuantity> goods = List.of(
                on(SHELF, new LotReference(Optional.empty(), Optional.of(FLOUR), new LotNumber("L8")), "1 KGM"));

        assertEquals(
                List.of("LOT_UNKNOWN lines[1].lot"),
                refusals(bakery.capture().dispose(new Disposal(aContext("d1").request(), "D1", goods))));
        assertTrue(bakery.lots().find(NEW).isEmpty());
    }

    private static Outcome<RecordedEvent> consume(WorkingBakery bakery, CaptureContext context) {
        return bakery.capture().consume(new Consumption(context, "P1", GOODS));
    }
}
