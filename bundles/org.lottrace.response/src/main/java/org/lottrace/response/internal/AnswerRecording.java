package org.lottrace.response.internal;

import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.Actor;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;

/** Records all lines of an answer, or none, however it came. */
final class AnswerRecording {
    private final RecallCases cases;
    private final UnitOfWork unitOfWork;

    AnswerRecording(RecallCases cases, UnitOfWork unitOfWork) {
        this.cases = cases;
        this.unitOfWork = unitOfWork;
    }

    Outcome<RecallCase> record(Actor actor, RecallCaseId id, List<ConsigneeAnswer> answers) {
        return unitOfWork.required(() -> {
            List<Violation> refusals = new ArrayList<>();
            for (ConsigneeAnswer answer : answers) {
                refusals.addAll(cases.answer(actor, id, answer).violations());
            }
            if (!refusals.isEmpty()) {
                unitOfWork.rollbackOnly();
                return new Outcome.Refused<>(refusals.stream().distinct().toList());
            }
            return new Outcome.Done<>(cases.find(id).orElseThrow());
        });
    }
}
