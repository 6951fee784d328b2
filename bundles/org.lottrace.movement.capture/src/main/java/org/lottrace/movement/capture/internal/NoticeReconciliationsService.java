package org.lottrace.movement.capture.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds notices and reconciles them. */
@Component(configurationPid = MovementCaptureService.PID)
public final class NoticeReconciliationsService implements NoticeReconciliations {
    private final UnitOfWork unitOfWork;
    private final ExpectedReceiptStore notices;
    private final ReconciledNotices reconciled;

    @Activate
    public NoticeReconciliationsService(
            @Reference UnitOfWork unitOfWork,
            @Reference ExpectedReceiptStore notices,
            @Reference Ledger ledger,
            MovementCaptureConfig config) {
        this.unitOfWork = unitOfWork;
        this.notices = notices;
        this.reconciled = new ReconciledNotices(ledger, config.over_receipt_percent());
    }

    @Override
    public Optional<ReconciledNotice> find(ShipNoticeId notice) {
        return unitOfWork.required(() -> notices.find(notice).map(reconciled::of));
    }

    @Override
    public List<ReconciledNotice> ofSupplier(PartyId supplier, Optional<ShipNoticeId> after, int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new WrongQuestionException("a limit is 1 to " + MOST_ROWS + ", not " + limit);
        }
        return unitOfWork.required(() -> notices.ofSender(supplier, after, limit).stream()
                .map(reconciled::of)
                .toList());
    }
}
