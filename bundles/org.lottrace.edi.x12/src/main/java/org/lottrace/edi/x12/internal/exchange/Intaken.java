package org.lottrace.edi.x12.internal.exchange;

import java.util.List;
import java.util.stream.Stream;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.rules.Examination;
import org.lottrace.edi.x12.internal.syntax.Finding;

/** What was found in a file, and what was decided about each interchange in it. */
record Intaken(Examination examination, List<Verdict> verdicts) {
    /** What a 997 speaks of; what was not read is a matter of form. */
    boolean formIsRight() {
        return examination.findings().isEmpty()
                && verdicts.stream()
                        .allMatch(v -> v.interchange().allFindings().findAny().isEmpty());
    }

    boolean accepted() {
        return examination.findings().isEmpty()
                && verdicts.stream().allMatch(v -> v.problems().isEmpty());
    }

    List<Violation> problems() {
        return Stream.concat(
                        examination.findings().stream().map(Finding::violation),
                        verdicts.stream().flatMap(v -> v.problems().stream()))
                .toList();
    }
}
