package org.lottrace.movement.capture.internal;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lottrace.api.event.DocumentType.PURCHASE_ORDER;
import static org.lottrace.api.event.DocumentType.SHIP_NOTICE;
import static org.lottrace.api.event.EventType.RECEIVE;
import static org.lottrace.api.fixture.Bakery.BERLIN;
import static org.lottrace.api.fixture.Bakery.DOCK;
import static org.lottrace.api.fixture.Bakery.MILL;
import static org.lottrace.api.fixture.Bakery.in;
import static org.lottrace.api.fixture.Bakery.pallet;
import static org.lottrace.api.fixture.EventBuilder.anEvent;
import static org.lottrace.api.fixture.EventBuilder.quantity;
import static org.lottrace.api.fixture.LotBuilder.aLot;
import static org.lottrace.api.fixture.ShipNoticeBuilder.aShipNotice;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.fixture.EventBuilder;
import org.lottrace.api.movement.DifferenceKind;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.NoticeState;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.quantity.Quantity;

/** A notice of very many lines is gone through some times, not once for each of its lines. */
class LargeNoticeTest {
    private static final int LINES = 30_000;
    private static final Quantity ALL = quantity("10 KGM");
    private static final Quantity NONE = quantity("0 KGM");
    private static final OrderLineReference ORDER_LINE =
            new OrderLineReference(new DocumentReference(PURCHASE_ORDER, "PO1"), 1);

    @Test
    void it_is_held_against_a_receipt_of_all_its_lots() {
        ReconciledNotice reconciled = reconciled(notice(ALL, ALL), receipt(LINES));

        assertEquals(NoticeState.COMPLETE, reconciled.state());
        assertEquals(List.of(), reconciled.differences());
    }

    @Test
    void of_what_did_not_come_each_line_and_each_logistic_unit_is_said() {
        ReconciledNotice reconciled = reconciled(notice(NONE, NONE), receipt(1));

        assertEquals(
                LINES,
                reconciled.differences().stream()
                        .filter(difference -> difference.kind() == DifferenceKind.NOTICE_SHORT)
                        .count());
        assertEquals(
                LINES - 1,
                reconciled.differences().stream()
                        .filter(difference -> difference.kind() == DifferenceKind.UNIT_NOT_COME)
                        .count());
    }

    @Test
    void all_of_it_is_expected_again_when_its_receipt_is_reversed() {
        ExpectedReceipt received = notice(ALL, ALL);
        TraceEvent receipt = receipt(LINES);

        ExpectedReceipt reopened =
                assertTimeoutPreemptively(ofSeconds(5), () -> ReopenedNotice.without(received, receipt));

        assertTrue(reopened.lines().stream().allMatch(line -> line.received().isZero()));
    }

    private static ReconciledNotice reconciled(ExpectedReceipt expected, TraceEvent receipt) {
        return assertTimeoutPreemptively(
                ofSeconds(5), () -> NoticeReconciliation.of(expected, List.of(receipt), true, 0));
    }

    private static ExpectedReceipt notice(Quantity expected, Quantity received) {
        return new ExpectedReceipt(
                aShipNotice("N1").build(),
                BERLIN,
                IntStream.rangeClosed(1, LINES)
                        .mapToObj(i -> new ExpectedReceipt.Line(
                                i, aLot("L" + i).build(), expected, received, ALL, ORDER_LINE, Optional.of(pallet(i))))
                        .toList());
    }

    private static TraceEvent receipt(int lines) {
        EventBuilder receipt = anEvent("e1", RECEIVE).of(SHIP_NOTICE, "N1");
        for (int i = 1; i <= lines; i++) {
            receipt.moving(
                    aLot("L" + i).key(),
                    lines == 1 ? "5 KGM" : "10 KGM",
                    Position.at(Place.party(MILL), pallet(i)),
                    Position.at(in(DOCK), pallet(i)),
                    ORDER_LINE);
        }
        return receipt.build()
                .changing(IntStream.rangeClosed(1, lines)
                        .mapToObj(i -> LotChange.registered(aLot("L" + i).build()))
                        .toList());
    }
}
