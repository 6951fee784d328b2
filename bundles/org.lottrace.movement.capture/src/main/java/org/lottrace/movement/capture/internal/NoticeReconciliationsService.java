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
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads what {@link NoticeReconciliation} compares: the notice, and its receipts from the ledger. */
@Component(configurationPid = MovementCaptureService.PID)
public final class NoticeReconciliationsService implements NoticeReconciliations {
    private final UnitOfWork unitOfWork;
    private final ExpectedReceiptStore notices;
    private final ItemStore items;
    private final Ledger ledger;
    private final int tolerance;

    @Activate
    public NoticeReconciliationsService(
            @Reference UnitOfWork unitOfWork,
            @Reference ExpectedReceiptStore notices,
            @Reference ItemStore items,
            @Reference Ledger ledger,
            MovementCaptureConfig config) {
        this.unitOfWork = unitOfWork;
        this.notices = notices;
        this.items = items;
        this.ledger = ledger;
        this.tolerance = config.over_receipt_percent();
    }

    @Override
    public Optional<ReconciledNotice> find(ShipNoticeId notice) {
        return unitOfWork.required(() -> notices.find(notice).map(this::reconciled));
    }

    @Override
    public List<ReconciledNotice> ofSupplier(PartyId supplier, Optional<ShipNoticeId> after, int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("a limit is 1 to " + MOST_ROWS + ", not " + limit);
        }
        return unitOfWork.required(() -> notices.ofSender(supplier, after, limit).stream()
                .map(this::reconciled)
                .toList());
    }

    private ReconciledNotice reconciled(ExpectedReceipt expected) {
        Map<Integer, Quantity> announced = new HashMap<>();
        expected.lines().forEach(line -> announced.put(line.number(), announced(line)));
        return NoticeReconciliation.of(
                expected, announced, receipts(expected.notice().id()), tolerance);
    }

    /** What was closed is not expected any more; the notice still announces it. */
    private Quantity announced(ExpectedReceipt.Line line) {
        return items.find(line.item())
                .orElseThrow(() -> new IllegalStateException("item " + line.item() + " is unknown"))
                .toBaseUnit(line.announced());
    }

    /** The number of a notice is only unique for its sender. */
    private List<TraceEvent> receipts(ShipNoticeId notice) {
        return InForce.of(ledger.byDocument(new DocumentReference(DocumentType.SHIP_NOTICE, notice.number()))).stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == EventType.RECEIVE
                        && ReopenedNotice.of(event).equals(Optional.of(notice)))
                .toList();
    }
}
