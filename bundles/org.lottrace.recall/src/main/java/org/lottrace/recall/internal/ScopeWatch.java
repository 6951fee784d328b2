package org.lottrace.recall.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.edi.WithheldInterchanges;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.movement.store.ExpectedReceiptStore;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.ScopeVersion;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an open case another version of its scope when the ledger brings more that is affected: a lot made from what had been
 * consumed before, a receipt that fits a rule; or when events of affected lots are reversed. An event with which one case cannot
 * go on is set aside, so that other cases do.
 */
@Component(service = LedgerFollower.class, immediate = true)
public final class ScopeWatch implements LedgerFollower {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeWatch.class);
    private static final String ACTOR = "lottrace";
    private static final int PAGE = 500;
    private static final int ATTEMPTS = 3;

    private final UnitOfWork unitOfWork;
    private final RecallStore store;
    private final WatchedScopes scopes;
    private final LedgerStore events;
    private final CasesUnderway underway;
    private final CaseLog log;
    private final OwnEventIds ids;
    private final ChangeScope changeScope;
    private final Clock clock;
    /** How far each case has been followed; after a restart it is looked through again from its scope on. */
    private final Map<RecallCaseId, Long> seen = new ConcurrentHashMap<>();

    @Activate
    public ScopeWatch(
            @Reference UnitOfWork unitOfWork,
            @Reference RecallStore store,
            @Reference Genealogy genealogy,
            @Reference Holds holds,
            @Reference Ledger ledger,
            @Reference LedgerStore events,
            @Reference DispositionStore dispositions,
            @Reference Reservations reservations,
            @Reference WithheldInterchanges interchanges,
            @Reference LotStore lots,
            @Reference ItemStore items,
            @Reference ExpectedReceiptStore receipts,
            @Reference LotMaster lotMaster,
            @Reference CasesUnderway underway,
            @Reference Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.scopes = new WatchedScopes(store, unitOfWork);
        this.events = events;
        this.underway = underway;
        this.log = new CaseLog(unitOfWork, store, underway, clock);
        this.ids = new OwnEventIds(events);
        this.changeScope = new ChangeScope(
                log,
                unitOfWork,
                new ScopeChanges(
                        new ScopeFinder(genealogy, lots, items),
                        new AnnouncedLots(receipts, lotMaster),
                        new StockBlocking(holds, ledger, events, dispositions, reservations, genealogy, interchanges),
                        store,
                        events));
        this.clock = clock;
    }

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public OptionalInt setAsideAfter() {
        return OptionalInt.of(ATTEMPTS);
    }

    @Override
    public void follow(List<RecordedEvent> page) {
        SortedMap<RecallCaseId, WatchedScope> open = scopes.open();
        seen.keySet().retainAll(open.keySet());
        open.forEach((id, scope) -> {
            if (scope.isLive()) {
                firstThatAdds(id, scope, page)
                        .ifPresent(cause -> underway.during(ACTOR, clock.instant(), () -> widen(id, cause)));
                long reached = page.get(page.size() - 1).position();
                unitOfWork.afterCommit(() -> seen.merge(id, reached, Math::max));
            }
        });
    }

    /** Events between the scope and the page may have been followed before the case was there: they are looked at first. */
    private Optional<RecordedEvent> firstThatAdds(RecallCaseId id, WatchedScope scope, List<RecordedEvent> page) {
        long scopeAt = scope.position();
        long position = Math.max(scopeAt, seen.getOrDefault(id, scopeAt));
        long pageBegins = page.get(0).position();
        while (position < pageBegins - 1) {
            List<RecordedEvent> missed = events.after(position, (int) Math.min(PAGE, pageBegins - 1 - position));
            Optional<RecordedEvent> found = firstOf(missed, scope.reach());
            if (found.isPresent()) {
                return found;
            }
            position = missed.get(missed.size() - 1).position();
        }
        return firstOf(page.stream().filter(event -> event.position() > scopeAt).toList(), scope.reach());
    }

    private static Optional<RecordedEvent> firstOf(List<RecordedEvent> recorded, ScopeReach reach) {
        return recorded.stream().filter(event -> reach.mayChange(event.event())).findFirst();
    }

    /** @return whether there is another version */
    private boolean widen(RecallCaseId id, RecordedEvent cause) {
        return unitOfWork.required(() -> {
            RecallCase recallCase = store.lock(id).orElseThrow();
            if (recallCase.isClosed() || recallCase.isCancelled()) {
                return false;
            }
            Findings findings = new Findings();
            String reason = "changed by what was recorded later, beginning with event "
                    + cause.event().id() + " at ledger position " + cause.position();
            GrowingCase growing = new GrowingCase(log, ACTOR, recallCase);
            changeScope.widen(
                    context(recallCase, cause),
                    recallCase,
                    recallCase.scope().criteria(),
                    reason,
                    facts -> addUnlessSame(growing, recallCase, facts),
                    findings);
            if (!findings.isEmpty()) {
                List<Violation> reasons = findings.all();
                throw new IllegalStateException("scope of case " + id + " cannot follow the ledger: " + reasons.size()
                        + " reasons, the first is " + reasons.get(0));
            }
            if (growing.now() != recallCase) {
                LOG.warn(
                        "recall scope changed by itself case={} cause={}",
                        id,
                        cause.event().id());
            }
            return growing.now() != recallCase;
        });
    }

    /** A version with the lots of the one before is none, and blocks nothing. */
    private static void addUnlessSame(GrowingCase growing, RecallCase before, List<? extends RecallFact> facts) {
        if (growing.now() != before || !sameLots(before.scope(), facts)) {
            growing.add(facts);
        }
    }

    private static boolean sameLots(ScopeVersion before, List<? extends RecallFact> facts) {
        return facts.get(0) instanceof RecallFact.ScopeSet set
                && Set.copyOf(set.scope().keys()).equals(Set.copyOf(before.keys()));
    }

    private CaptureContext context(RecallCase recallCase, RecordedEvent cause) {
        EventContext known = cause.event().context();
        return new CaptureContext(
                ids.next(recallCase.id(), recallCase.scope().number() + 1),
                clock.instant(),
                Optional.empty(),
                ACTOR,
                "",
                "",
                known.site(),
                known.source(),
                Optional.of(Basis.REPORTED));
    }
}
