package org.lottrace.movement.capture.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;

/** Reads what {@link NoticeReconciliation} compares with a notice: its receipts, from the ledger. */
final class ReconciledNotices {
    private final ItemStore items;
    private final Ledger ledger;
    private final int tolerance;

    /** @param tolerance percent of what was announced of a lot by which more may come */
    ReconciledNotices(ItemStore items, Ledger ledger, int tolerance) {
        this.items = items;
        this.ledger = ledger;
        this.tolerance = tolerance;
    }

    ReconciledNotice of(ExpectedReceipt expected) {
        return of(expected, receipts(expected.notice().id()));
    }

    /** @param receipts as {@link #receipts} gives them */
    ReconciledNotice of(ExpectedReceipt expected, List<RecordedEvent> receipts) {
        Map<Integer, Quantity> announced = new HashMap<>();
        expected.lines().forEach(line -> announced.put(line.number(), announced(line)));
        return NoticeReconciliation.of(
                expected, announced, receipts.stream().map(RecordedEvent::event).toList(), tolerance);
    }

    /** What was closed is not expected any more; the notice still announces it. */
    private Quantity announced(ExpectedReceipt.Line line) {
        return items.find(line.item())
                .orElseThrow(() -> new IllegalStateException("item " + line.item() + " is unknown"))
                .toBaseUnit(line.announced());
    }

    /** The number of a notice is only unique for its sender. */
    List<RecordedEvent> receipts(ShipNoticeId notice) {
        return InForce.of(ledger.byDocument(new DocumentReference(DocumentType.SHIP_NOTICE, notice.number()))).stream()
                .filter(recorded -> recorded.event().type() == EventType.RECEIVE
                        && ReopenedNotice.of(recorded.event()).equals(Optional.of(notice)))
                .toList();
    }
}
