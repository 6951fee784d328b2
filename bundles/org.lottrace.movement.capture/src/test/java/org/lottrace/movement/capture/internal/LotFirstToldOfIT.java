package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
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
