package org.lottrace.recall.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallFact.ScopeSet;
import org.lottrace.api.recall.RecallFact.StockBlocked;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way every step is taken: is the case there and open, is it right; then add the step, all of it or nothing. */
final class CaseLog {
    private static final Logger LOG = LoggerFactory.getLogger(CaseLog.class);

    private final UnitOfWork unitOfWork;
    private final RecallStore store;
    private final CasesUnderway underway;
    private final Clock clock;

    /** Of short steps, which nobody watches. */
    CaseLog(UnitOfWork unitOfWork, RecallStore store, Clock clock) {
        this(unitOfWork, store, new CasesUnderway(), clock);
    }

    CaseLog(UnitOfWork unitOfWork, RecallStore store, CasesUnderway underway, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.underway = underway;
        this.clock = clock;
    }

    /** @param work what becomes a fact; nothing does when it adds a finding */
    Outcome<RecallCase> step(
            Caller caller, RecallCaseId id, BiFunction<RecallCase, Findings, List<? extends RecallFact>> work) {
        return step(caller, findings -> {}, id, work);
    }

    /**
     * A step that a cancelled case takes, too, until it is closed.
     *
     * @param work what becomes a fact; nothing does when it adds a finding
     */
    Outcome<RecallCase> lastStep(
            Caller caller, RecallCaseId id, BiFunction<RecallCase, Findings, List<? extends RecallFact>> work) {
        return steps(caller, findings -> {}, id, true, adding(work));
    }

    /**
     * @param permission adds a finding when the caller may not do it to this very part of the case
     * @param work what becomes a fact; nothing does when it adds a finding
     */
    Outcome<RecallCase> step(
            Caller caller,
            Consumer<Findings> permission,
            RecallCaseId id,
            BiFunction<RecallCase, Findings, List<? extends RecallFact>> work) {
        return steps(caller, permission, id, false, adding(work));
    }

    private static BiConsumer<GrowingCase, Findings> adding(
            BiFunction<RecallCase, Findings, List<? extends RecallFact>> work) {
        return (recallCase, findings) -> {
            List<? extends RecallFact> facts = work.apply(recallCase.now(), findings);
            if (findings.isEmpty()) {
                recallCase.add(facts);
            }
        };
    }

    /** @param work adds steps as it finds them; who adds a finding behind a step rolls the unit of work back */
    Outcome<RecallCase> steps(
            Caller caller, Consumer<Findings> permission, RecallCaseId id, BiConsumer<GrowingCase, Findings> work) {
        return steps(caller, permission, id, false, work);
    }

    private Outcome<RecallCase> steps(
            Caller caller,
            Consumer<Findings> permission,
            RecallCaseId id,
            boolean evenCancelled,
            BiConsumer<GrowingCase, Findings> work) {
        return unitOfWork.required(() -> {
            Findings findings = new Findings();
            permission.accept(findings);
            Optional<RecallCase> known = store.lock(id);
            if (known.isEmpty()) {
                findings.add("CASE_UNKNOWN", "case", "there is no recall case " + id + "; see recall:cases");
            }
            known.filter(RecallCase::isClosed)
                    .ifPresent(closed -> findings.add(
                            "CASE_CLOSED", "case", "case " + id + " is closed; open another one for what is new"));
            known.filter(RecallCase::isCancelled)
                    .filter(cancelled -> !evenCancelled && !cancelled.isClosed())
                    .ifPresent(cancelled -> findings.add(
                            "CASE_CANCELLED",
                            "case",
                            "recall " + id + " is cancelled: no goods are affected; open another case for what is"
                                    + " affected after all"));
            if (!findings.isEmpty()) {
                return new Outcome.Refused<>(findings.all());
            }
            GrowingCase growing = new GrowingCase(this, caller.name(), known.orElseThrow());
            work.accept(growing, findings);
            return findings.isEmpty() ? new Outcome.Done<>(growing.now()) : new Outcome.Refused<>(findings.all());
        });
    }

    /** Adds the facts behind the steps of a locked case. */
    RecallCase append(RecallCase recallCase, String actor, List<? extends RecallFact> facts) {
        Instant now = clock.instant();
        List<RecallStep> added = new ArrayList<>();
        for (RecallFact fact : facts) {
            added.add(new RecallStep(recallCase.steps().size() + added.size() + 1, now, actor, fact));
            underway.found(recallCase.id(), fact);
            LOG.info(
                    "recall step case={} step={} actor={}{}",
                    recallCase.id(),
                    fact.getClass().getSimpleName(),
                    actor,
                    howMuch(fact));
        }
        if (!added.isEmpty()) {
            store.append(recallCase.id(), added);
        }
        List<RecallStep> all = new ArrayList<>(recallCase.steps());
        all.addAll(added);
        return new RecallCase(recallCase.id(), all);
    }

    /** A large case is seen to go on: its steps are logged as they are found, before the last one is committed. */
    private static String howMuch(RecallFact fact) {
        if (fact instanceof ScopeSet set) {
            return " affected=" + set.scope().lots().size();
        }
        if (fact instanceof StockBlocked blocked) {
            return " blocked=" + blocked.lots().size()
                    + " reservations=" + blocked.cancelled().size()
                    + " shipNotices=" + blocked.withheld().size()
                    + " inTransit=" + blocked.inTransit().size();
        }
        return "";
    }
}
