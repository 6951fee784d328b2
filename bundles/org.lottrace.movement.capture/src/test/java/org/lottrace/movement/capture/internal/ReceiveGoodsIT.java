package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.FLOUR_1;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.lines;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.company.WorkingBakery;

class ReceiveGoodsIT {
    private final WorkingBakery bakery = new WorkingBakery();

    @Test
    void receives_a_part_and_later_the_rest() {
        bakery.expectingFlour();

        recorded(bakery.receive("e1", "N1", came("L1", "300 KGM")));
        ExpectedReceipt expected =
                bakery.expectedReceipts().find(WorkingBakery.notice("N1")).orElseThrow();
        assertEquals(WorkingBakery.of("700 KGM"), expected.lines().get(0).open());

        TraceEvent rest = recorded(bakery.receive("e2", "N1"));
        assertEquals(List.of("L1: PARTY MILL → BER/DOCK 700 KGM", "L2: PARTY MILL → BER/DOCK 1000 KGM"), lines(rest));
        assertEquals(WorkingBakery.of("700 KGM"), rest.lines().get(0).entered());
        assertEquals(List.of(), bakery.expectedReceipts().open(Optional.empty(), 10));
        assertEquals(List.of("NOTHING_OPEN notice"), refusals(bakery.receive("e3", "N1")));
    }

    @Test
    void refuses_more_than_was_announced_and_changes_nothing() {
        bakery.expectingFlour();

        assertEquals(
                List.of("OVER_RECEIPT lines[3].quantity"),
                refusals(asked("e1", "N1", came("L2", "1 BG"), came("L1", "30 BG"), came("FLOUR/L1", "250.5 KGM"))));
        assertEquals(List.of(), bakery.stock(FLOUR_1));
        assertEquals(Optional.empty(), bakery.lots().find(FLOUR_1));
        assertEquals(1, bakery.expectedReceipts().open(Optional.empty(), 10).size());
    }

    /** The label says what the supplier corrected; the notice still says what it said. */
    @Test
    void a_lot_whose_number_was_corrected_is_received_under_either_number() {
        bakery.expectingFlour();
        recorded(bakery.receive("e1", "N1", came("L1", "300 KGM")));
        recorded(bakery.lotCorrections()
                .correct(new LotCorrection(
                        aContext("c1").request(),
                        FLOUR_1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new LotNumber("L1-A")),
                        "the supplier's label")));

        TraceEvent rest = recorded(bakery.receive("e2", "N1", came("L1-A", "700 KGM")));

        assertEquals(List.of("L1: PARTY MILL → BER/DOCK 700 KGM"), lines(rest));
        assertEquals(rest, recorded(bakery.receive("e2", "N1", came("L1-A", "700 KGM"))));
        assertEquals(rest, recorded(bakery.receive("e2", "N1", came("L1", "700 KGM"))));
    }

    /** What was scanned in one go is recorded in base units when it is spread over lines of the notice. */
    @Test
    void goods_of_several_lines_of_the_notice_are_known_again() {
        bakery.order();
        bakery.expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "20 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .announcing("PO1", 1, FLOUR, "L1", "20 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
        TraceEvent event = recorded(bakery.receive("e1", "N1", came("L1", "5 BG"), came("L1", "20 BG")));

        assertEquals(
                List.of("5 BG", "375 KGM", "125 KGM"),
                event.lines().stream().map(line -> line.entered().toString()).toList());
        assertEquals(event, recorded(bakery.receive("e1", "N1", came("L1", "20 BG"), came("L1", "5 BG"))));
        assertEquals(event, recorded(bakery.receive("e1", "N1", came("L1", "5 BG"), came("L1", "500 KGM"))));
        assertEquals(List.of("EVENT_ID_REUSED"), refused("e1", came("L1", "24 BG")));
        assertEquals(List.of("EVENT_ID_REUSED"), refused("e1", came("L1", "4 BG"), came("L1", "524 KGM")));
        assertEquals(List.of("EVENT_ID_REUSED"), refused("e1", came("L1", "5 BG"), came("L1", "500 C62")));
    }

    /** Each line has its own part of what was said once, and it is the same receipt when it is told again. */
    @Test
    void weight_and_serial_numbers_are_divided_among_the_lines_of_the_notice() {
        bakery.order();
        bakery.expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "2 KGM", Optional.of(NEXT_YEAR), Optional.empty())
                .announcing("PO1", 1, FLOUR, "L1", "1 KGM", Optional.of(NEXT_YEAR), Optional.empty())
                .build());

        TraceEvent event = recorded(bakery.receive("e1", "N1", numbered("9 C62", "A", "B", "C")));

        assertEquals(
                List.of("A B 6 C62", "C 3 C62"),
                event.lines().stream()
                        .map(line -> line.keyData().stream()
                                .map(datum -> datum.value().text())
                                .collect(Collectors.joining(" ")))
                        .toList());
        assertEquals(event, recorded(bakery.receive("e1", "N1", numbered("9 C62", "A", "B", "C"))));
        assertEquals(List.of("EVENT_ID_REUSED"), refused("e1", numbered("9 C62", "A", "B", "D")));
        assertEquals(List.of("EVENT_ID_REUSED"), refused("e1", numbered("8 C62", "A", "B", "C")));
    }

    private static Receipt.Line numbered(String pieces, String... serials) {
        return new Receipt.Line(
                LotReference.parse("L1"),
                WorkingBakery.of("3 KGM"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Stream.concat(
                                Stream.of(serials)
                                        .map(serial -> KeyDataElement.SERIAL.is(new KeyDataValue.Text(serial))),
                                Stream.of(KeyDataElement.PIECES.is(new KeyDataValue.Amount(WorkingBakery.of(pieces)))))
                        .toList());
    }

    @Test
    void refuses_a_lot_that_was_not_announced() {
        bakery.expectingFlour();

        assertEquals(
                List.of(
                        "LOT_NOT_ANNOUNCED lines[1].lot",
                        "LOT_NOT_ANNOUNCED lines[2].lot",
                        "ORDER_MISSING lines[2].orderLine",
                        "EXPIRY_MISSING lines[1].lot",
                        "PRICE_MISSING lines[2].price"),
                refusals(asked("e1", "N1", came("FLOUR/L3", "1 BG"), came("SALT/L1", "1 KGM"))));
    }

    @Test
    void keeps_the_same_lot_number_of_two_items_apart() {
        bakery.order();
        bakery.expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "77", "1 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .announcing("PO1", 2, SALT, "77", "10 KGM")
                .build());

        assertEquals(List.of("LOT_AMBIGUOUS lines[1].lot"), refusals(bakery.receive("e1", "N1", came("77", "1 KGM"))));
        recorded(bakery.receive("e2", "N1", came("SALT/77", "10 KGM"), came("FLOUR/77", "1 BG")));
        assertEquals(List.of("BER/DOCK 25 KGM"), bakery.stock(aLot("77").key()));
        assertEquals(
                List.of("BER/DOCK 10 KGM"), bakery.stock(aLot("77").of(SALT).key()));
    }

    @Test
    void takes_goods_from_the_line_of_their_pallet_first() {
        bakery.order();
        bakery.expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "L1", "20 BG", Optional.of(NEXT_YEAR), Optional.of(pallet(1)))
                .announcing("PO1", 1, FLOUR, "L1", "20 BG", Optional.of(NEXT_YEAR), Optional.of(pallet(2)))
                .build());

        TraceEvent event = recorded(bakery.receive(
                "e1",
                "N1",
                new Receipt.Line(LotReference.parse("L1"), WorkingBakery.of("20 BG"), Optional.of(pallet(2)))));

        assertEquals(
                List.of("L1: PARTY MILL (00)" + pallet(2) + " → BER/DOCK (00)" + pallet(2) + " 500 KGM"), lines(event));
        ExpectedReceipt expected =
                bakery.expectedReceipts().find(WorkingBakery.notice("N1")).orElseThrow();
        assertEquals(WorkingBakery.of("500 KGM"), expected.lines().get(0).open());
        assertEquals(WorkingBakery.of("0 KGM"), expected.lines().get(1).open());
    }

    @Test
    void refuses_a_lot_that_became_known_with_another_expiry_since_it_was_announced() {
        bakery.expectingFlour();
        bakery.lots().register(aLot("L2").expiring("2026-06-30").build());

        assertEquals(List.of("LOT_DIFFERS lines[2].lot"), refusals(asked("e1", "N1")));
        assertEquals(Optional.empty(), bakery.lots().find(FLOUR_1));
        assertEquals(0, bakery.ledger().head());
    }

    @Test
    void knows_the_notice() {
        assertEquals(List.of("NOTICE_UNKNOWN notice"), refusals(bakery.receive("e1", "N7")));
    }

    private Outcome<RecordedEvent> asked(String id, String notice, Receipt.Line... lines) {
        return bakery.capture()
                .receive(new Receipt(
                        aContext(id).requested().request(), WorkingBakery.notice(notice), DOCK, List.of(lines)));
    }

    private List<String> refused(String id, Receipt.Line... lines) {
        return refusals(bakery.receive(id, "N1", lines)).stream()
                .map(refusal -> refusal.split(" ")[0])
                .toList();
    }
}
