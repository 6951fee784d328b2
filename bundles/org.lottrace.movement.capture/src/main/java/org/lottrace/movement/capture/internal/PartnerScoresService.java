package org.lottrace.movement.capture.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.PartnerScore;
import org.lottrace.api.movement.PartnerScores;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.movement.store.NoticeArrivalStore;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads the notices of a month, some at a time, and has them counted by {@link ScoreCount}. */
@Component(configurationPid = MovementCaptureService.PID)
public final class PartnerScoresService implements PartnerScores {
    private static final int AT_A_TIME = 200;

    private final UnitOfWork unitOfWork;
    private final ExpectedReceiptStore notices;
    private final NoticeArrivalStore arrivals;
    private final ReconciledNotices reconciled;

    @Activate
    public PartnerScoresService(
            @Reference UnitOfWork unitOfWork,
            @Reference ExpectedReceiptStore notices,
            @Reference NoticeArrivalStore arrivals,
            @Reference Ledger ledger,
            MovementCaptureConfig config) {
        this.unitOfWork = unitOfWork;
        this.notices = notices;
        this.arrivals = arrivals;
        this.reconciled = new ReconciledNotices(ledger, config.over_receipt_percent());
    }

    @Override
    public PartnerScore of(PartyId supplier, LocalDate month) {
        return unitOfWork.required(() -> score(supplier, month.withDayOfMonth(1)));
    }

    @Override
    public List<PartnerScore> list(LocalDate month, Optional<PartyId> after, int limit) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw new WrongQuestionException("a limit is 1 to " + MOST_ROWS + ", not " + limit);
        }
        LocalDate first = month.withDayOfMonth(1);
        return unitOfWork.required(() -> notices.senders(first, lastOf(first), after, limit).stream()
                .map(supplier -> score(supplier, first))
                .toList());
    }

    private PartnerScore score(PartyId supplier, LocalDate first) {
        ScoreCount count = new ScoreCount();
        List<ExpectedReceipt> page;
        Optional<ShipNoticeId> after = Optional.empty();
        do {
            page = notices.ofSender(supplier, first, lastOf(first), after, AT_A_TIME);
            page.forEach(expected -> take(expected, count));
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).notice().id());
        } while (page.size() == AT_A_TIME);
        return count.of(supplier, first);
    }

    private void take(ExpectedReceipt expected, ScoreCount count) {
        ShipNoticeId id = expected.notice().id();
        List<RecordedEvent> events = reconciled.of(id);
        count.take(reconciled.of(expected, events), ReconciledNotices.receipts(events), arrivals.find(id));
    }

    private static LocalDate lastOf(LocalDate first) {
        return first.plusMonths(1).minusDays(1);
    }
}
