package org.lottrace.response.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;

/** Records all lines of an answer, or none, however it came. */
final class AnswerRecording {
    /** What the operations need. */
    static final String NEEDED = "(" + Operations.SERVICES + "=org.lottrace.api.recall.RecallCases)";

    private final Operations operations;
    private final UnitOfWork unitOfWork;

    AnswerRecording(Operations operations, UnitOfWork unitOfWork) {
        this.operations = operations;
        this.unitOfWork = unitOfWork;
    }

    /** @param answers one at least */
    Outcome<RecallCase> record(Caller caller, RecallCaseId id, List<ConsigneeAnswer> answers) {
        RecallCases cases = operations.as(caller, RecallCases.class);
        return unitOfWork.required(() -> {
            List<Violation> refusals = new ArrayList<>();
            List<RecallCase> recorded = new ArrayList<>();
            for (ConsigneeAnswer answer : answers) {
                Outcome<RecallCase> outcome = cases.answer(caller, id, answer);
                refusals.addAll(outcome.violations());
                outcome.toOptional().ifPresent(recorded::add);
            }
            if (!refusals.isEmpty()) {
                unitOfWork.rollbackOnly();
                return new Outcome.Refused<>(refusals.stream().distinct().toList());
            }
            return new Outcome.Done<>(recorded.get(recorded.size() - 1));
        });
    }
}
