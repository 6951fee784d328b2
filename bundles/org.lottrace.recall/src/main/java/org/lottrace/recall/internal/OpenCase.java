package org.lottrace.recall.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact.Opened;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.transaction.NumberSequences;
import org.lottrace.api.transaction.UnitOfWork;

/** Opens a case: the decision, the scope and the blocked stock together, or nothing. */
final class OpenCase {
    private static final String SEQUENCE = "recall.case";

    private final UnitOfWork unitOfWork;
    private final RecallStore store;
    private final NumberSequences numbers;
    private final CaseLog log;
    private final ScopeChanges scopes;
    private final Clock clock;

    OpenCase(
            UnitOfWork unitOfWork,
            RecallStore store,
            NumberSequences numbers,
            CaseLog log,
            ScopeChanges scopes,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.numbers = numbers;
        this.log = log;
        this.scopes = scopes;
        this.clock = clock;
    }

    Outcome<RecallCase> open(Caller caller, CaptureContext context, RecallOpening opening, ScopeCriteria criteria) {
        return unitOfWork.required(() -> {
            Findings findings = new Findings();
            OpeningRules.check(opening, clock.instant(), findings);
            scopes.check(criteria, opening, findings);
            if (!findings.isEmpty()) {
                return new Outcome.Refused<>(findings.all());
            }
            return known(context, opening, criteria)
                    .orElseGet(() -> openNew(caller, context, opening, criteria, findings));
        });
    }

    /** The same request again means the case it opened then. */
    private Optional<Outcome<RecallCase>> known(CaptureContext context, RecallOpening opening, ScopeCriteria criteria) {
        return store.openedBy(context.id()).map(recallCase -> {
            if (recallCase.opening().equals(opening)
                    && recallCase.scopes().get(0).criteria().equals(criteria)) {
                return new Outcome.AlreadyDone<>(recallCase);
            }
            Findings findings = new Findings();
            findings.add(
                    "EVENT_ID_REUSED",
                    "id",
                    "case " + recallCase.id() + " was opened with this id and says something else: give this one"
                            + " another id");
            return new Outcome.Refused<>(findings.all());
        });
    }

    private Outcome<RecallCase> openNew(
            Caller caller, CaptureContext context, RecallOpening opening, ScopeCriteria criteria, Findings findings) {
        RecallCaseId id = RecallCaseId.of(numbers.next(SEQUENCE));
        if (!store.insert(id, context.id())) {
            unitOfWork.rollbackOnly();
            return known(context, opening, criteria).orElseThrow();
        }
        GrowingCase growing = new GrowingCase(log, caller.name(), new RecallCase(id, List.of()));
        growing.add(List.of(new Opened(opening)));
        scopes.widen(context, id, opening, 1, criteria, opening.reason(), Set.of(), growing::add, findings);
        if (findings.isEmpty() && growing.now().scope().lots().isEmpty()) {
            findings.add("NOTHING_AFFECTED", "rules", "no lot fits; check items, sites and dates");
        }
        if (!findings.isEmpty()) {
            unitOfWork.rollbackOnly();
            return new Outcome.Refused<>(findings.all());
        }
        return new Outcome.Done<>(growing.now());
    }
}
