package org.lottrace.console.commands.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lottrace.api.event.CaptureSource.CONSOLE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.GATE;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.POTSDAM;
import static org.lottrace.api.fixture.Bakery.SHELF;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.console.commands.internal.Shell.answering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.fixture.Bakery;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.text.TextForms;

/** What is typed is what is captured: one line for each critical tracking event. */
class MovementCommandsTest {
    private static final CaptureContext CONTEXT = new CaptureContext(
            new EventId("e1"), Bakery.NOW, Optional.empty(), "karin", "", "", BERLIN, CONSOLE, Optional.empty());
    private static final Sscc PALLET = pallet(1);
    private static final LotReference FLOUR_L1 = LotReference.parse("FLOUR/L1");
    private static final LotQuantity FIVE_KILOS = new LotQuantity(FLOUR_L1, SHELF, Optional.empty(), quantity("5 KGM"));
    private static final LotQuantity FIVE_ON_A_PALLET =
            new LotQuantity(FLOUR_L1, SHELF, Optional.of(PALLET), quantity("5 KGM"));
    private static final ShipNoticeId NOTICE = new ShipNoticeId(MILL, "N-1");

    private final List<Object> captured = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("lines")
    void what_is_typed_is_captured(String line, String operation, List<Object> expected) throws Exception {
        try (Shell shell = Shell.with(capture(operation), Answers.sites(), Bakery.CLOCK)) {
            shell.run(line + " --event-id e1");
        }

        assertEquals(expected, captured);
    }

    static Stream<Arguments> lines() {
        String lot = "FLOUR/L1@A-01:5:KGM";
        String onPallet = lot + ":" + PALLET;
        List<LotQuantity> goods = List.of(FIVE_KILOS, FIVE_ON_A_PALLET);
        return Stream.of(
                line("lot:receive BER MILL/N-1 A-01", "receive", new Receipt(CONTEXT, NOTICE, SHELF, List.of())),
                line(
                        "lot:receive BER MILL/N-1 A-01 FLOUR/L1@5:KGM:" + PALLET,
                        "receive",
                        new Receipt(
                                CONTEXT,
                                NOTICE,
                                SHELF,
                                List.of(new Receipt.Line(FLOUR_L1, quantity("5 KGM"), Optional.of(PALLET))))),
                line(
                        "lot:receive BER MILL A-01 FLOUR/L1@5:KGM,made=2026-02-01,expiry=2026-09-01,orderLine=2,"
                                + "price=0.8:EUR/KGM,damaged --order PO1",
                        "receive",
                        new Receipt(
                                CONTEXT,
                                Optional.of(Bakery.MILL),
                                Optional.empty(),
                                Optional.of("PO1"),
                                SHELF,
                                List.of(new Receipt.Line(
                                        FLOUR_L1,
                                        quantity("5 KGM"),
                                        Optional.empty(),
                                        Optional.of(LocalDate.of(2026, 2, 1)),
                                        Optional.of(LocalDate.of(2026, 9, 1)),
                                        true,
                                        Optional.of(2),
                                        Optional.of(TextForms.read(UnitPrice.class, "0.8:EUR/KGM")))))),
                moved("lot:put-away BER GATE " + lot, EventType.PUT_AWAY),
                moved("lot:transfer BER GATE " + lot, EventType.TRANSFER),
                moved("lot:pick BER GATE " + lot, EventType.PICK),
                line(
                        "lot:transfer BER A-01 " + lot + " --to-site POT",
                        "transfer",
                        EventType.TRANSFER,
                        new Transfer(CONTEXT, POTSDAM, SHELF, Optional.empty(), List.of(FIVE_KILOS))),
                line(
                        "lot:pack BER GATE " + lot + " --to-container " + PALLET,
                        "transfer",
                        EventType.PACK,
                        new Transfer(CONTEXT, BERLIN, GATE, Optional.of(PALLET), List.of(FIVE_KILOS))),
                line(
                        "lot:dispatch BER POT " + onPallet,
                        "dispatch",
                        new Dispatch(CONTEXT, POTSDAM, Optional.empty(), List.of(FIVE_ON_A_PALLET))),
                line(
                        "lot:dispatch BER POT " + lot + " --container " + PALLET,
                        "dispatch",
                        new Dispatch(CONTEXT, POTSDAM, Optional.of(PALLET), List.of(FIVE_KILOS))),
                line(
                        "lot:arrive BER A-01 " + PALLET + " FLOUR/L1@5:KGM",
                        "arrive",
                        new Arrival(
                                CONTEXT,
                                BERLIN,
                                SHELF,
                                List.of(PALLET),
                                List.of(new Arrival.Line(FLOUR_L1, quantity("5 KGM"), Optional.empty())))),
                line(
                        "lot:arrive BER A-01 " + PALLET + " --dispatched-to POT",
                        "arrive",
                        new Arrival(CONTEXT, POTSDAM, SHELF, List.of(PALLET), List.of())),
                line("lot:consume BER P-7 " + lot + " " + onPallet, "consume", new Consumption(CONTEXT, "P-7", goods)),
                line("lot:produce BER P-7 BREAD 40:CS A-01", "produce", produced(Optional.empty(), "", "")),
                line(
                        "lot:produce BER P-7 BREAD 40:CS A-01 --number B-9 --line 2 --shift 3",
                        "produce",
                        produced(Optional.of(new LotNumber("B-9")), "2", "3")),
                line(
                        "lot:produce BER P-7 BREAD 40:CS A-01 --said grade=A --also BREAD/B,9@A-01:8:CS:" + PALLET
                                + " --also DOUGH@GATE:3.5:KGM,netWeight=3.4:KGM",
                        "produce",
                        new Production(
                                CONTEXT,
                                "P-7",
                                BREAD,
                                quantity("40 CS"),
                                Optional.empty(),
                                "",
                                "",
                                SHELF,
                                Optional.empty(),
                                List.of(
                                        new Production.Output(
                                                BREAD,
                                                quantity("8 CS"),
                                                Optional.of(new LotNumber("B,9")),
                                                SHELF,
                                                Optional.of(PALLET)),
                                        new Production.Output(
                                                Bakery.DOUGH,
                                                quantity("3.5 KGM"),
                                                Optional.empty(),
                                                GATE,
                                                Optional.empty(),
                                                List.of(KeyDataElement.NET_WEIGHT.is(
                                                        new KeyDataValue.Amount(quantity("3.4 KGM")))))),
                                List.of(KeyDataElement.GRADE.is(new KeyDataValue.Code("A"))))),
                line("lot:ship BER S-1 SO-1", "ship", new Shipment(CONTEXT, "S-1", "SO-1", List.of())),
                line(
                        "lot:ship BER S-1 SO-1 2=" + lot + " --shipped-in " + PALLET,
                        "ship",
                        new Shipment(
                                CONTEXT,
                                "S-1",
                                "SO-1",
                                List.of(new Shipment.Line(2, FIVE_KILOS, Optional.of(PALLET))))),
                line(
                        "lot:ship BER S-1 - 1=" + lot + " --customer MILL",
                        "ship",
                        new Shipment(
                                CONTEXT,
                                "S-1",
                                "",
                                Optional.of(Bakery.MILL),
                                List.of(new Shipment.Line(1, FIVE_KILOS, Optional.empty())))),
                line(
                        "lot:ship BER S-1 SO-1 --said carrierCode=ABCD --said grossWeight=8.5:KGM",
                        "ship",
                        new Shipment(
                                CONTEXT,
                                "S-1",
                                "SO-1",
                                Optional.empty(),
                                List.of(),
                                List.of(
                                        KeyDataElement.CARRIER_CODE.is(new KeyDataValue.Code("ABCD")),
                                        KeyDataElement.GROSS_WEIGHT.is(new KeyDataValue.Amount(quantity("8.5 KGM")))))),
                line(
                        "lot:return BER R-1 S-1 " + lot,
                        "takeBack",
                        new CustomerReturn(CONTEXT, "R-1", "S-1", List.of(FIVE_KILOS))),
                line(
                        "lot:return BER R-1 - " + lot + " --customer MILL",
                        "takeBack",
                        new CustomerReturn(
                                CONTEXT, "R-1", Optional.empty(), Optional.of(Bakery.MILL), List.of(FIVE_KILOS))),
                line(
                        "lot:return-to-supplier BER R-2 MILL " + lot,
                        "returnToSupplier",
                        new SupplierReturn(CONTEXT, Bakery.MILL, "R-2", List.of(FIVE_KILOS))),
                line(
                        "lot:dispose BER D-1 " + lot + ",netWeight=4.9:KGM,serial=A-1",
                        "dispose",
                        new Disposal(
                                CONTEXT,
                                "D-1",
                                List.of(new LotQuantity(
                                        FIVE_KILOS.lot(),
                                        FIVE_KILOS.location(),
                                        FIVE_KILOS.container(),
                                        FIVE_KILOS.quantity(),
                                        List.of(
                                                KeyDataElement.NET_WEIGHT.is(
                                                        new KeyDataValue.Amount(quantity("4.9 KGM"))),
                                                KeyDataElement.SERIAL.is(new KeyDataValue.Text("A-1"))))))),
                line("lot:count BER C-1 " + lot, "count", new StockCount(CONTEXT, "C-1", List.of(FIVE_KILOS))),
                line("lot:dispose BER D-1 " + lot, "dispose", new Disposal(CONTEXT, "D-1", List.of(FIVE_KILOS))));
    }

    @Test
    void a_logistic_unit_without_goods_is_refused() {
        try (Shell shell = Shell.with(capture("ship"), Answers.sites(), Bakery.CLOCK)) {
            Exception failure = assertThrows(
                    CommandException.class, () -> shell.run("lot:ship BER S-1 SO-1 --shipped-in " + PALLET));

            assertTrue(failure.getMessage().startsWith("--shipped-in needs GOODS"), failure.getMessage());
        }
    }

    private static Arguments line(String typed, String operation, Object... expected) {
        return arguments(typed, operation, List.of(expected));
    }

    private static Arguments moved(String typed, EventType type) {
        return line(
                typed, "transfer", type, new Transfer(CONTEXT, BERLIN, GATE, Optional.empty(), List.of(FIVE_KILOS)));
    }

    private static Production produced(Optional<LotNumber> number, String line, String shift) {
        return new Production(CONTEXT, "P-7", BREAD, quantity("40 CS"), number, line, shift, SHELF, Optional.empty());
    }

    private MovementCapture capture(String operation) {
        Map<String, Function<List<Object>, Object>> answers = new HashMap<>();
        answers.put(operation, given -> {
            captured.addAll(given);
            return new Outcome.Done<>(
                    Answers.recorded(anEvent("e1", EventType.COUNT).build(), 1));
        });
        return answering(MovementCapture.class, answers);
    }
}
