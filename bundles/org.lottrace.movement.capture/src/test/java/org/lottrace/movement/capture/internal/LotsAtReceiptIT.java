package org.lottrace.movement.capture.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.BREAD;
import static org.lottrace.api.fixture.Bakery.FLOUR;
import static org.lottrace.api.fixture.Bakery.SALT;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.ContextBuilder.aContext;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.PurchaseOrderBuilder.aPurchaseOrder;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;
import static org.lottrace.company.WorkingBakery.NEXT_YEAR;
import static org.lottrace.company.WorkingBakery.came;
import static org.lottrace.company.WorkingBakery.codes;
import static org.lottrace.company.WorkingBakery.recorded;
import static org.lottrace.company.WorkingBakery.refusals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.LotCapture;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.ScanAnswer;
import org.lottrace.api.movement.ScanClosing;
import org.lottrace.api.movement.ScanJob;
import org.lottrace.api.movement.ScanSession;
import org.lottrace.api.movement.ScanSessions;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.company.WorkingBakery;

/** A notice that names no lots: whoever receives the goods says what is on the label. */
class LotsAtReceiptIT {
    private static final LocalDate LATER = NEXT_YEAR.plusMonths(1);

    private final WorkingBakery bakery = new WorkingBakery();

    @BeforeEach
    void ordered() {
        bakery.order();
    }

    @Test
    void a_notice_without_lots_is_expected_where_that_was_agreed_and_refused_elsewhere() {
        ShipNotice notice = flourOnTwoPallets();

        assertEquals(
                List.of("LOT_MISSING lines[1].lotNumber", "LOT_MISSING lines[2].lotNumber"),
                codes(bakery.expectedReceipts().expect(notice)));
        assertEquals(List.of(), codes(bakery.expectedReceipts().expect(notice, LotCapture.AT_RECEIPT)));

        ExpectedReceipt.Line line = expected().lines().get(0);
        assertEquals(FLOUR, line.item());
        assertEquals(Optional.empty(), line.lot());
        assertEquals("1000 KGM", line.expected().toString());
        assertEquals(Optional.of(pallet(1)), line.container());
        assertEquals(List.of(), codes(bakery.expectedReceipts().expect(notice, LotCapture.AT_RECEIPT)));
    }

    @Test
    void what_else_is_wrong_with_a_line_is_still_said() {
        ShipNotice notice = aShipNotice("N1")
                .announcing("PO1", 1, BREAD, "", "1 CS")
                .announcing("PO1", 1, FLOUR, "", "1 BG", Optional.of(LocalDate.parse("2020-01-01")), Optional.empty())
                .announcing("PO1", 1, FLOUR, "L#1", "1 BG")
                .build();

        assertEquals(
                List.of(
                        "ITEM_NOT_ORDERED lines[1].item",
                        "LOT_EXPIRED lines[2].expiry",
                        "LOT_NUMBER_INVALID lines[3].lotNumber"),
                codes(bakery.expectedReceipts().expect(notice, LotCapture.AT_RECEIPT)));
    }

    @Test
    void a_receipt_that_names_no_lot_is_refused_line_by_line() {
        expect(flourOnTwoPallets());

        assertEquals(
                List.of("LOT_MISSING lines[1].lot", "LOT_MISSING lines[2].lot"), refusals(bakery.receive("e1", "N1")));
        assertEquals(List.of("2000 KGM"), toCome());
    }

    @Test
    void goods_of_any_lot_count_for_their_item_and_get_the_dates_of_the_line() {
        expect(flourOnTwoPallets());

        TraceEvent first = recorded(bakery.receive("e1", "N1", came("FLOUR/X1", "600 KGM"), came("X2", "400 KGM")));

        assertEquals(List.of("X1 600 KGM", "X2 400 KGM"), lines(first));
        assertEquals(List.of("1000 KGM"), toCome());
        assertEquals(
                Optional.of("PURCHASE_ORDER PO1 line 1"),
                first.lines().get(0).orderLine().map(Object::toString));
        assertEquals(Optional.of(NEXT_YEAR), lot("X1").expiry());
        recorded(bakery.receive("e2", "N1", came("X3", "1000 KGM")));
        assertEquals(List.of(), bakery.expectedReceipts().open(Optional.empty(), 10));
        assertEquals(Optional.of(LATER), lot("X3").expiry());
    }

    @Test
    void the_line_in_the_same_logistic_unit_counts_first_then_that_with_the_expiry_on_the_label() {
        expect(flourOnTwoPallets());

        recorded(bakery.receive("e1", "N1", on(pallet(2), "X1", "100 KGM", Optional.empty())));
        recorded(bakery.receive("e2", "N1", on(pallet(9), "X2", "50 KGM", Optional.of(LATER))));

        assertEquals(
                List.of("1000 KGM", "850 KGM"),
                expected().lines().stream().map(line -> line.open().toString()).toList());
        assertEquals(Optional.of(LATER), lot("X1").expiry());
    }

    @Test
    void more_than_was_announced_of_the_item_is_told() {
        expect(flourOnTwoPallets());

        assertEquals(
                List.of("OVER_RECEIPT"),
                CountStockIT.findings(recorded(bakery.receive("e1", "N1", came("X1", "2500 KGM")))).stream()
                        .filter("OVER_RECEIPT"::equals)
                        .toList());
    }

    @Test
    void a_number_alone_is_enough_unless_it_may_be_of_several_items() {
        expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "", "40 BG", Optional.of(NEXT_YEAR), Optional.of(pallet(1)))
                .announcing("PO1", 2, SALT, "", "50 KGM", Optional.empty(), Optional.of(pallet(2)))
                .build());

        assertEquals(List.of("LOT_AMBIGUOUS lines[1].lot"), refusals(bakery.receive("e1", "N1", came("X1", "1 KGM"))));
        assertEquals(
                List.of("SALT/X1"),
                recorded(bakery.receive("e2", "N1", on(pallet(2), "X1", "1 KGM", Optional.empty()))).lines().stream()
                        .map(line -> line.lot().item() + "/" + line.lot().number())
                        .toList());
        assertEquals(List.of("1000 KGM", "49 KGM"), toCome());
    }

    @Test
    void a_lot_that_the_notice_names_is_counted_on_its_own_line_first() {
        expect(aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "", "40 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .announcing("PO1", 1, FLOUR, "L1", "10 BG", Optional.of(NEXT_YEAR), Optional.empty())
                .build());

        recorded(bakery.receive("e1", "N1", came("L1", "300 KGM")));

        assertEquals(
                List.of("950 KGM", "0 KGM"),
                expected().lines().stream().map(line -> line.open().toString()).toList());
    }

    @Test
    void a_receipt_that_is_reversed_is_expected_again() {
        expect(flourOnTwoPallets());
        recorded(bakery.receive("e1", "N1", came("X1", "1500 KGM")));

        assertEquals(List.of(), bakery.reverse("undo", "e1").fold(done -> List.of(), WorkingBakery::codes));

        assertEquals(List.of("2000 KGM"), toCome());
    }

    @Test
    void the_rest_of_such_a_notice_can_be_closed_cancelled_and_replaced() {
        ShipNotice first = flourOnTwoPallets();
        expect(first);

        assertEquals(
                List.of(),
                codes(bakery.expectedReceipts()
                        .replace(
                                aShipNotice("N1")
                                        .announcing(
                                                "PO1", 1, FLOUR, "", "10 BG", Optional.of(NEXT_YEAR), Optional.empty())
                                        .build(),
                                LotCapture.AT_RECEIPT)));
        assertEquals(List.of("250 KGM"), toCome());
        assertEquals(List.of(), codes(bakery.expectedReceipts().cancel(first.id())));
        assertEquals(List.of(), bakery.expectedReceipts().open(Optional.empty(), 10));
    }

    @Test
    void a_scan_session_asks_for_the_lot_and_counts_for_the_notice_it_names() {
        assertEquals(
                List.of(),
                codes(bakery.purchaseOrders()
                        .save(List.of(aPurchaseOrder("PO2")
                                .ordering(BREAD, "20 CS", "9")
                                .build()))));
        expect(aShipNotice("N1")
                .announcing("PO2", 1, BREAD, "", "10 CS", Optional.of(NEXT_YEAR), Optional.empty())
                .build());
        ScanSessions sessions = bakery.company().service(ScanSessions.class);
        String label = "(01)04012345000016";

        ScanAnswer asked = sessions.answer(session("MILL", "N1", "DOCK", label));
        assertEquals(List.of(ScanAnswer.Missing.LOT), asked.missing());
        assertEquals(
                List.of(ScanAnswer.Missing.QUANTITY),
                sessions.answer(session("MILL", "N1", "DOCK", label, "X7")).missing());
        assertEquals(
                ScanAnswer.Meaning.NOTHING,
                sessions.answer(session("MILL", "N1", "DOCK", label, "no#lot"))
                        .scans()
                        .get(4)
                        .meaning());

        Outcome<RecordedEvent> closed = sessions.close(new ScanClosing(
                aContext("r").reported().request(), session("MILL", "N1", "DOCK", label, "(10)X7", "4 CS")));

        assertEquals(List.of("X7 48 C62"), lines(recorded(closed)));
        assertEquals(List.of("72 C62"), toCome());
    }

    private static ScanSession session(String... scans) {
        return new ScanSession(ScanJob.RECEIVE, BERLIN, List.of(scans));
    }

    private static ShipNotice flourOnTwoPallets() {
        return aShipNotice("N1")
                .announcing("PO1", 1, FLOUR, "", "40 BG", Optional.of(NEXT_YEAR), Optional.of(pallet(1)))
                .announcing("PO1", 1, FLOUR, "", "40 BG", Optional.of(LATER), Optional.of(pallet(2)))
                .build();
    }

    private void expect(ShipNotice notice) {
        assertEquals(List.of(), codes(bakery.expectedReceipts().expect(notice, LotCapture.AT_RECEIPT)));
    }

    private ExpectedReceipt expected() {
        return bakery.expectedReceipts().find(WorkingBakery.notice("N1")).orElseThrow();
    }

    /** What is still to come, by item. */
    private List<String> toCome() {
        return expected().lines().stream()
                .map(ExpectedReceipt.Line::item)
                .distinct()
                .map(item -> expected().lines().stream()
                        .filter(line -> line.item().equals(item))
                        .map(ExpectedReceipt.Line::open)
                        .reduce((one, other) -> one.plus(other))
                        .orElseThrow()
                        .toString())
                .toList();
    }

    private Lot lot(String number) {
        return bakery.lots()
                .find(new LotKey(WorkingBakery.notice("N1").sender(), FLOUR, new LotNumber(number)))
                .orElseThrow();
    }

    private static Receipt.Line on(Sscc pallet, String lot, String amount, Optional<LocalDate> expiry) {
        return new Receipt.Line(
                LotReference.parse(lot),
                quantity(amount),
                Optional.of(pallet),
                Optional.empty(),
                expiry,
                false,
                Optional.empty(),
                Optional.empty());
    }

    private static List<String> lines(TraceEvent event) {
        return event.lines().stream().map(LotsAtReceiptIT::text).toList();
    }

    private static String text(EventLine line) {
        return line.lot().number() + " " + line.quantity();
    }
}
