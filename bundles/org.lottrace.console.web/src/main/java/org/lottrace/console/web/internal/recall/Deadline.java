package org.lottrace.console.web.internal.recall;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallFact;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.RecallStep;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.StatusReport;

/**
 * Until when something of a case is to be done.
 *
 * @param text key of the text that says what
 */
public record Deadline(String text, Instant at) {
    /** @return the first of those that run or have run out */
    static Optional<Deadline> next(StatusReport status) {
        Stream<Deadline> answers = status.consignees().stream()
                .map(Consignee::due)
                .flatMap(Optional::stream)
                .map(due -> new Deadline("recall.deadline.answer", due));
        Stream<Deadline> report = status.nextReport().stream().map(due -> new Deadline("recall.deadline.report", due));
        return Stream.concat(answers, report).min(Comparator.comparing(Deadline::at));
    }

    /** @return that of the next status report, as {@link StatusReport#nextReport} has it */
    static Optional<Deadline> ofReport(RecallCase recallCase) {
        RecallOpening opening = recallCase.opening();
        if (recallCase.isClosed() || !opening.mode().isLive()) {
            return Optional.empty();
        }
        Instant last = recallCase
                .stepsWith(RecallFact.StatusReported.class)
                .map(RecallStep::at)
                .reduce((before, after) -> after)
                .orElse(recallCase.steps().get(0).at());
        return Optional.of(new Deadline(
                "recall.deadline.report",
                last.plus(Duration.ofDays(opening.regime().reportDays()))));
    }

    public boolean isOver(Instant now) {
        return at.isBefore(now);
    }
}
