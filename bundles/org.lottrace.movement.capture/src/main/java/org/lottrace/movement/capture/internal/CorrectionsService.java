package org.lottrace.movement.capture.internal;

import java.util.List;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.exceptioncase.CaseOpening;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Restatement;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.Reversed;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.movement.store.NoticeArrivalStore;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The door for corrections. */
@Component
public final class CorrectionsService implements Corrections {
    private final ReverseEvent reverseEvent;
    private final RestateReport restateReport;

    @Activate
    public CorrectionsService(
            @Reference UnitOfWork unitOfWork,
            @Reference Ledger ledger,
            @Reference EventCapture capture,
            @Reference LedgerStore events,
            @Reference StockOnHand stock,
            @Reference LotCorrections corrections,
            @Reference ExpectedReceiptStore receipts,
            @Reference NoticeArrivalStore arrivals,
            @Reference Reservations reservations,
            @Reference Allocation allocation,
            @Reference NumberSequences numbers,
            @Reference CaseOpening cases,
            @Reference PartyStore parties,
            @Reference LotMaster lots,
            @Reference MovementCapture movements) {
        UnexplainedGains gains = new UnexplainedGains(ledger, events, stock, numbers, cases);
        reverseEvent = new ReverseEvent(
                unitOfWork,
                capture,
                ledger,
                new HistoryInForce(events),
                stock,
                new Undoing(
                        reservations,
                        allocation,
                        stock,
                        receipts,
                        arrivals,
                        corrections,
                        cases,
                        new ShortCases(ledger, cases),
                        gains));
        restateReport = new RestateReport(unitOfWork, ledger, parties, lots, reverseEvent, movements);
    }

    @Override
    public Outcome<Reversed> reverse(Reversal reversal) {
        return reverseEvent.reverse(reversal);
    }

    @Override
    public Outcome<RecordedEvent> restate(Restatement restatement) {
        return restateReport.restate(restatement);
    }

    @Override
    public List<RecordedEvent> standingOn(EventId event) {
        return reverseEvent.standingOn(event);
    }
}
