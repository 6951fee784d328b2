package org.lottrace.console.web.internal.recall;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
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

    public boolean isOver(Instant now) {
        return at.isBefore(now);
    }
}
