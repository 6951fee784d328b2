package org.lottrace.recall.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.RecallPreview;
import org.lottrace.api.recall.RecallUnderway;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** One door for all steps of a case; what each of them means is a class of its own. {@link ScopeWatch} takes those that follow from the ledger. */
@Component
public final class RecallCasesService implements RecallCases {
    /** A whiteboard: what sends notices comes and goes with its configuration. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<QueuedNotices> dispatches = List.of();

    private final UnitOfWork unitOfWork;
    private final RecallStore store;
    private final CasesUnderway underway;
    private final Clock clock;
    private final CaseLog log;
    private final OpenCase openCase;
    private final Preview preview;
    private final ChangeScope changeScope;
    private final ConsigneeSteps consignees;
    private final ClosingSteps closing;

    @Activate
    public RecallCasesService(
            @Reference UnitOfWork unitOfWork,
            @Reference RecallStore store,
            @Reference NumberSequences numbers,
            @Reference Genealogy genealogy,
            @Reference Holds holds,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference StockStore stock,
            @Reference DispositionStore dispositions,
            @Reference Reservations reservations,
            @Reference WithheldInterchanges interchanges,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference PartyStore parties,
            @Reference ExpectedReceiptStore receipts,
            @Reference LotMaster lotMaster,
            @Reference CasesUnderway underway,
            @Reference Clock clock) {
        this(
                unitOfWork,
                store,
                numbers,
                new ScopeChanges(
                        new ScopeFinder(genealogy, lots, items),
                        new AnnouncedLots(receipts, lotMaster),
                        new StockBlocking(holds, ledger, events, dispositions, reservations, genealogy, interchanges),
                        store,
                        events),
                new Preview(
                        new ScopeFinder(genealogy, lots, items),
                        new AnnouncedLots(receipts, lotMaster),
                        dispositions,
                        reservations,
                        interchanges,
                        genealogy,
                        events,
                        parties),
                new CaseReading(events, parties, new OwnBalances(ledger, events, stock, items), clock),
                underway,
                clock);
    }

    /** For tests. */
    RecallCasesService(
            UnitOfWork unitOfWork,
            RecallStore store,
            NumberSequences numbers,
            ScopeChanges scopes,
            Preview preview,
            CaseReading reading,
            CasesUnderway underway,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.underway = underway;
        this.clock = clock;
        this.log = new CaseLog(unitOfWork, store, underway, clock);
        this.openCase = new OpenCase(unitOfWork, store, numbers, log, scopes, clock);
        this.preview = preview;
        this.changeScope = new ChangeScope(log, unitOfWork, scopes);
        this.consignees = new ConsigneeSteps(reading);
        this.closing = new ClosingSteps(reading);
    }

    @Override
    public Outcome<RecallPreview> preview(RecallMode mode, ScopeCriteria criteria) {
        return unitOfWork.required(() -> preview.of(mode, criteria));
    }

    @Override
    public Outcome<RecallCase> open(
            Caller caller, CaptureContext context, RecallOpening opening, ScopeCriteria criteria) {
        return underway.during(caller.name(), clock.instant(), () -> openCase.open(caller, context, opening, criteria));
    }

    @Override
    public Outcome<RecallCase> expand(
            Caller caller, CaptureContext context, RecallCaseId id, ScopeCriteria more, String reason) {
        return underway.during(
                caller.name(), clock.instant(), () -> changeScope.expand(caller, context, id, more, reason));
    }

    @Override
    public Outcome<RecallCase> exclude(
            Caller caller, CaptureContext context, RecallCaseId id, List<LotKey> lots, String reason) {
        return underway.during(
                caller.name(),
                clock.instant(),
                () -> unitOfWork.required(() -> {
                    tellAfterCommit();
                    return changeScope.exclude(caller, context, id, lots, reason);
                }));
    }

    @Override
    public Outcome<RecallCase> cancel(Caller caller, CaptureContext context, RecallCaseId id, String reason) {
        return underway.during(
                caller.name(),
                clock.instant(),
                () -> unitOfWork.required(() -> {
                    tellAfterCommit();
                    return changeScope.cancel(caller, context, id, reason);
                }));
    }

    private void tellAfterCommit() {
        unitOfWork.afterCommit(() -> dispatches.forEach(QueuedNotices::noticesQueued));
    }

    @Override
    public Outcome<RecallCase> notifyConsignees(Caller caller, RecallCaseId id) {
        return log.step(caller, id, (recallCase, findings) -> {
            tellAfterCommit();
            return consignees.notices(recallCase, findings);
        });
    }

    /** For tests. */
    void dispatches(List<QueuedNotices> these) {
        dispatches = these;
    }

    @Override
    public Outcome<RecallCase> notified(Caller caller, RecallCaseId id, PartyId party, String method, String detail) {
        return log.lastStep(
                caller, id, (recallCase, findings) -> consignees.told(recallCase, party, method, detail, findings));
    }

    @Override
    public Outcome<RecallCase> answer(Caller caller, RecallCaseId id, ConsigneeAnswer answer) {
        return log.step(
                caller,
                findings -> findings.answerer(caller, answer.party()),
                id,
                (recallCase, findings) -> consignees.answered(recallCase, answer, findings));
    }

    @Override
    public Outcome<RecallCase> drawSample(Caller caller, RecallCaseId id, long seed, String reason) {
        return log.step(caller, id, (recallCase, findings) -> consignees.sample(recallCase, seed, reason, findings));
    }

    @Override
    public Outcome<RecallCase> check(Caller caller, RecallCaseId id, EffectivenessCheck check) {
        return log.step(caller, id, (recallCase, findings) -> consignees.checked(recallCase, check, findings));
    }

    @Override
    public Outcome<RecallCase> dispose(Caller caller, RecallCaseId id, RecallDisposal disposal) {
        return log.step(caller, id, (recallCase, findings) -> closing.disposed(recallCase, disposal, findings));
    }

    @Override
    public Outcome<RecallCase> note(Caller caller, RecallCaseId id, NoteTopic topic, String reference, String text) {
        return log.lastStep(caller, id, (recallCase, findings) -> closing.noted(topic, reference, text, findings));
    }

    @Override
    public Outcome<RecallCase> strike(Caller caller, RecallCaseId id, int step, String reason) {
        return log.lastStep(caller, id, (recallCase, findings) -> closing.struck(recallCase, step, reason, findings));
    }

    @Override
    public Outcome<RecallCase> reported(Caller caller, RecallCaseId id, LocalDate estimatedCompletion) {
        return log.lastStep(caller, id, (recallCase, findings) -> closing.reported(recallCase, estimatedCompletion));
    }

    @Override
    public Outcome<RecallCase> sign(Caller caller, RecallCaseId id, String reason) {
        return log.lastStep(caller, id, (recallCase, findings) -> closing.signed(recallCase, reason, findings));
    }

    @Override
    public Outcome<RecallCase> close(Caller caller, RecallCaseId id, String summary) {
        return log.lastStep(caller, id, (recallCase, findings) -> closing.closed(recallCase, summary, findings));
    }

    @Override
    public Optional<RecallCase> find(RecallCaseId id) {
        return unitOfWork.required(() -> store.find(id));
    }

    @Override
    public List<RecallCase> all() {
        return unitOfWork.required(store::all);
    }

    @Override
    public List<RecallUnderway> underway() {
        return underway.all();
    }

    @Override
    public List<RecallCase> newest(boolean closed, Optional<RecallCaseId> before, int limit) {
        return unitOfWork.required(() -> store.newest(closed, before, limit));
    }

    @Override
    public Optional<RecallCase> openedBy(EventId opening) {
        return unitOfWork.required(() -> store.openedBy(opening));
    }
}
