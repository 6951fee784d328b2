package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.violation.Reason;

/** Ends what is still expected of a ship notice. The event is the evidence: nothing moves. */
final class CloseNotice {
    private static final String NOTICE_UNKNOWN = "NOTICE_UNKNOWN";
    private static final String NOTHING_OPEN = "NOTHING_OPEN";

    private final EventCapture capture;
    private final ExpectedReceiptStore receipts;
    private final ReconciledNotices reconciled;

    CloseNotice(EventCapture capture, ExpectedReceiptStore receipts, ReconciledNotices reconciled) {
        this.reconciled = reconciled;
        this.capture = capture;
        this.receipts = receipts;
    }

    Outcome<RecordedEvent> close(NoticeClosing closing) {
        return capture.capture(
                closing.context().usually(Basis.REQUESTED),
                event -> event.type() == EventType.NOTICE_CLOSE
                        && event.keyData().containsAll(keyData(closing)),
                (context, findings) -> {
                    Optional<ExpectedReceipt> expected = receipts.lock(closing.notice());
                    findings.addAll(Reason.problems(closing.reason(), "a notice is closed for a reason: say why"));
                    if (expected.isEmpty()) {
                        findings.add(
                                NOTICE_UNKNOWN,
                                "notice",
                                "ship notice " + closing.notice() + " is unknown: check its number");
                    } else if (!expected.get().isOpen()) {
                        findings.add(
                                NOTHING_OPEN,
                                "notice",
                                "nothing of ship notice " + closing.notice() + " is expected any more");
                    }
                    expected.ifPresent(known -> noteShort(known, findings));
                    return (settled, unused) -> {
                        receipts.save(closed(expected.orElseThrow()));
                        return Optional.of(event(settled, closing));
                    };
                });
    }

    /** What was announced and did not come is somebody's business; of a notice of which nothing came, nothing is short. */
    private void noteShort(ExpectedReceipt open, Findings findings) {
        ShortCases.missing(reconciled.of(closed(open))).forEach(one -> findings.note(one.violation(), one.lot()));
    }

    /** Nothing more is expected than what has come; what was announced stays in the notice. */
    private static ExpectedReceipt closed(ExpectedReceipt open) {
        List<ExpectedReceipt.Line> lines =
                open.lines().stream().map(ExpectedReceipt.Line::closed).toList();
        return new ExpectedReceipt(open.notice(), open.site(), lines);
    }

    private static TraceEvent event(EventContext context, NoticeClosing closing) {
        return new TraceEvent(
                        context,
                        EventType.NOTICE_CLOSE,
                        List.of(new DocumentReference(
                                DocumentType.SHIP_NOTICE, closing.notice().number())),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of())
                .saying(keyData(closing));
    }

    /** The number of a notice is only unique for its sender. */
    private static List<KeyDatum> keyData(NoticeClosing closing) {
        return List.of(isOf(closing.notice()), KeyDataElement.REASON.is(new KeyDataValue.Text(closing.reason())));
    }

    /** @return what the event of a closing says of the notice */
    static KeyDatum isOf(ShipNoticeId notice) {
        return KeyDataElement.REFERENCE_RECORD.is(new KeyDataValue.Text("SHIP_NOTICE " + notice));
    }
}
