package org.lottrace.recall.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.ScopeVersion;
import org.lottrace.api.transaction.UnitOfWork;

/** Gives a case another version of its scope. */
final class ChangeScope {
    private final CaseLog log;
    private final UnitOfWork unitOfWork;
    private final ScopeChanges scopes;

    ChangeScope(CaseLog log, UnitOfWork unitOfWork, ScopeChanges scopes) {
        this.log = log;
        this.unitOfWork = unitOfWork;
        this.scopes = scopes;
    }

    Outcome<RecallCase> expand(
            Caller caller, CaptureContext context, RecallCaseId id, ScopeCriteria more, String reason) {
        return log.steps(caller, findings -> {}, id, (growing, findings) -> {
            RecallCase recallCase = growing.now();
            findings.reason(reason, "say why there is more");
            scopes.check(more, recallCase.opening(), findings);
            ScopeVersion before = recallCase.scope();
            ScopeCriteria criteria =
                    before.criteria().with(new ScopeCriteria(more.suspects(), more.rules(), List.of()));
            if (criteria.equals(before.criteria())) {
                findings.add("NOTHING_ADDED", "suspects", "all of it is looked for already; see recall:case");
            }
            if (findings.isEmpty()) {
                widen(context, recallCase, criteria, reason, growing::add, findings);
                undoWhenRefused(findings);
            }
        });
    }

    Outcome<RecallCase> exclude(
            Caller caller, CaptureContext context, RecallCaseId id, List<LotKey> lots, String reason) {
        return log.steps(caller, findings -> {}, id, (growing, findings) -> {
            RecallCase recallCase = growing.now();
            findings.reason(reason, "say how it was shown that they are not affected");
            Set<LotKey> affected = Set.copyOf(recallCase.scope().keys());
            lots.stream()
                    .filter(lot -> !affected.contains(lot))
                    .forEach(lot -> findings.add(
                            "LOT_NOT_AFFECTED", "lots", "lot " + lot + " is not in the scope; see recall:case"));
            if (findings.isEmpty()) {
                ScopeCriteria criteria = recallCase.scope().criteria().without(lots);
                scopes.narrow(context, recallCase, criteria, reason, growing::add, findings);
                undoWhenRefused(findings);
            }
        });
    }

    Outcome<RecallCase> cancel(Caller caller, CaptureContext context, RecallCaseId id, String reason) {
        return log.steps(caller, findings -> {}, id, (growing, findings) -> {
            RecallCase recallCase = growing.now();
            findings.reason(reason, "say what the mistake was; consignees read it");
            if (findings.isEmpty()) {
                ScopeCriteria nothing = ScopeCriteria.of(List.of());
                scopes.narrow(context, recallCase, nothing, reason, growing::add, findings);
                growing.add(List.of(new RecallFact.Cancelled(reason)));
                if (recallCase.facts(RecallFact.NoticeQueued.class).isEmpty()) {
                    growing.add(List.of(new RecallFact.Closed(reason)));
                }
                undoWhenRefused(findings);
            }
        });
    }

    /** Gives what the next version says to {@code record}, to be written at once; it is of no use after a finding. */
    void widen(
            CaptureContext context,
            RecallCase recallCase,
            ScopeCriteria criteria,
            String reason,
            Consumer<List<? extends RecallFact>> record,
            Findings findings) {
        ScopeVersion before = recallCase.scope();
        scopes.widen(
                context,
                recallCase.id(),
                recallCase.opening(),
                before.number() + 1,
                criteria,
                reason,
                Set.copyOf(before.keys()),
                record,
                findings);
    }

    private void undoWhenRefused(Findings findings) {
        if (!findings.isEmpty()) {
            unitOfWork.rollbackOnly();
        }
    }
}
