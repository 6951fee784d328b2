package org.lottrace.movement.capture.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.partner.ShipNoticeId;

/** Reads what {@link NoticeReconciliation} compares with a notice: its receipts, from the ledger. */
final class ReconciledNotices {
    private final Ledger ledger;
    private final int tolerance;

    /** @param tolerance percent of what was announced of a lot by which more may come */
    ReconciledNotices(Ledger ledger, int tolerance) {
        this.ledger = ledger;
        this.tolerance = tolerance;
    }

    ReconciledNotice of(ExpectedReceipt expected) {
        return of(expected, of(expected.notice().id()));
    }

    /** @param events as {@link #of(ShipNoticeId)} gives them */
    ReconciledNotice of(ExpectedReceipt expected, List<RecordedEvent> events) {
        long closed = closing(events).map(RecordedEvent::position).orElse(Long.MAX_VALUE);
        List<RecordedEvent> receipts = receipts(events);
        return NoticeReconciliation.of(
                expected,
                receipts.stream().map(RecordedEvent::event).toList(),
                receipts.stream().anyMatch(receipt -> receipt.position() < closed),
                tolerance);
    }

    /** @return receipts and closings of the notice that count; its number is only unique for its sender */
    List<RecordedEvent> of(ShipNoticeId notice) {
        return InForce.of(ledger.byDocument(new DocumentReference(DocumentType.SHIP_NOTICE, notice.number()))).stream()
                .filter(recorded -> switch (recorded.event().type()) {
                    case RECEIVE -> ReopenedNotice.of(recorded.event()).equals(Optional.of(notice));
                    case NOTICE_CLOSE -> recorded.event().keyData().contains(CloseNotice.isOf(notice));
                    default -> false;
                })
                .toList();
    }

    static List<RecordedEvent> receipts(List<RecordedEvent> events) {
        return events.stream()
                .filter(recorded -> recorded.event().type() == EventType.RECEIVE)
                .toList();
    }

    /** @return the last one */
    static Optional<RecordedEvent> closing(List<RecordedEvent> events) {
        return events.stream()
                .filter(recorded -> recorded.event().type() == EventType.NOTICE_CLOSE)
                .max(Comparator.comparingLong(RecordedEvent::position));
    }
}
