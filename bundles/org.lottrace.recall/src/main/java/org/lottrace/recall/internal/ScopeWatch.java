package org.lottrace.recall.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.ScopeVersion;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an open case another version of its scope when the ledger brings more that is affected: a lot made from what had been
 * consumed before, a receipt that fits a rule; or when events of affected lots are reversed. Works on a thread of its own; where it stands is not stored, because each scope
 * names the position it was found at.
 */
final class ScopeWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ScopeWatch.class);
    private static final String ACTOR = "lottrace";
    private static final int PAGE = 500;
    private static final long STOP_SECONDS = 30;

    private final UnitOfWork unitOfWork;
    private final RecallStore store;
    private final LedgerStore events;
    private final CaseLog log;
    private final ChangeScope changeScope;
    private final Clock clock;
    private final Map<RecallCaseId, Long> seen = new ConcurrentHashMap<>();
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "lottrace-recall-scope");
        thread.setDaemon(true);
        return thread;
    });

    ScopeWatch(
            UnitOfWork unitOfWork,
            RecallStore store,
            LedgerStore events,
            CaseLog log,
            ChangeScope changeScope,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.events = events;
        this.log = log;
        this.changeScope = changeScope;
        this.clock = clock;
    }

    /** Takes in what happened while the program was down. */
    void start() {
        ledgerGrew();
    }

    /** However fast the ledger grows, one look is enough for all of it. */
    void ledgerGrew() {
        if (waiting.compareAndSet(false, true)) {
            worker.execute(() -> {
                waiting.set(false);
                try {
                    look();
                } catch (RuntimeException e) {
                    // the edge of the program: nothing is lost, the next look begins at the same position
                    LOG.error("recall scopes cannot be followed now; tried again when the ledger grows", e);
                }
            });
        }
    }

    void stop() throws InterruptedException {
        worker.shutdown();
        if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            worker.shutdownNow();
        }
    }

    /** Follows every open case up to the end of the ledger. */
    void look() {
        List<RecallCase> open = unitOfWork.required(store::open);
        seen.keySet().retainAll(open.stream().map(RecallCase::id).toList());
        open.stream().filter(recallCase -> recallCase.opening().mode().isLive()).forEach(this::follow);
    }

    private void follow(RecallCase recallCase) {
        long position = seen.getOrDefault(recallCase.id(), recallCase.scope().ledgerPosition());
        Optional<RecordedEvent> cause = Optional.empty();
        for (List<RecordedEvent> page = after(position); !page.isEmpty(); page = after(position)) {
            for (RecordedEvent recorded : page) {
                position = recorded.position();
                if (adds(recorded.event(), recallCase.scope()) || undoes(recorded.event(), recallCase.scope())) {
                    cause = cause.or(() -> Optional.of(recorded));
                }
            }
        }
        cause.ifPresent(event -> widen(recallCase.id(), event));
        seen.put(recallCase.id(), position);
    }

    private List<RecordedEvent> after(long position) {
        return unitOfWork.required(() -> events.after(position, PAGE));
    }

    private static boolean adds(TraceEvent event, ScopeVersion scope) {
        Set<LotKey> affected = Set.copyOf(scope.keys());
        return event.edges().stream()
                        .anyMatch(edge -> affected.contains(edge.input()) && !affected.contains(edge.output()))
                || event.lines().stream()
                        .anyMatch(line -> !affected.contains(line.lot())
                                && scope.criteria().rules().stream().anyMatch(rule -> rule.item()
                                        .equals(line.lot().item())));
    }

    /** A reversal of something that an affected lot had to do with: the scope may be another one without it. */
    private static boolean undoes(TraceEvent event, ScopeVersion scope) {
        Set<LotKey> affected = Set.copyOf(scope.keys());
        return InForce.reversedBy(event).isPresent()
                && (event.edges().stream()
                                .anyMatch(edge -> affected.contains(edge.input()) || affected.contains(edge.output()))
                        || event.lines().stream().anyMatch(line -> affected.contains(line.lot())));
    }

    private void widen(RecallCaseId id, RecordedEvent cause) {
        unitOfWork.run(() -> {
            RecallCase recallCase = store.lock(id).orElseThrow();
            if (recallCase.isClosed()) {
                return;
            }
            Findings findings = new Findings();
            String reason = "changed by what was recorded later, beginning with event "
                    + cause.event().id() + " at ledger position " + cause.position();
            List<RecallFact> facts = changeScope.widened(
                    context(recallCase, cause), recallCase, recallCase.scope().criteria(), reason, findings);
            if (!findings.isEmpty()) {
                throw new IllegalStateException("scope of case " + id + " cannot follow the ledger: "
                        + findings.all().stream().map(Violation::toString).toList());
            }
            if (!sameLots(recallCase.scope(), facts)) {
                log.append(recallCase, ACTOR, facts);
                LOG.warn(
                        "recall scope changed by itself case={} cause={}",
                        id,
                        cause.event().id());
            }
        });
    }

    private static boolean sameLots(ScopeVersion before, List<RecallFact> facts) {
        return facts.get(0) instanceof RecallFact.ScopeSet set
                && Set.copyOf(set.scope().keys()).equals(Set.copyOf(before.keys()));
    }

    private CaptureContext context(RecallCase recallCase, RecordedEvent cause) {
        EventContext known = cause.event().context();
        return new CaptureContext(
                new EventId(recallCase.id() + ":scope:" + (recallCase.scope().number() + 1)),
                clock.instant(),
                Optional.empty(),
                ACTOR,
                "",
                "",
                known.site(),
                known.source(),
                Basis.REPORTED);
    }
}
