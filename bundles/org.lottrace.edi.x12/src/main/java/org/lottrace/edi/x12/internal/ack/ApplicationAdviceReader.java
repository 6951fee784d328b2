package org.lottrace.edi.x12.internal.ack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader.Answer;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/**
 * Reads what the business of a partner says about sets we sent (824).
 *
 * <p>Source: X12 824 004010, data element 110 (OTI01): {@code TA} and {@code BA} accept, {@code TE} and {@code TC} accept with
 * errors or changes; everything else, such as {@code TR}, refuses.
 */
public final class ApplicationAdviceReader {
    private static final Set<String> ACCEPTED = Set.of("TA", "BA", "IA", "GA");
    private static final Set<String> WITH_ERRORS = Set.of("TE", "TC", "BC", "BE", "IC", "IE", "GC", "GE");

    private ApplicationAdviceReader() {}

    /** @return one answer for each set that is named, in their order */
    public static List<Answer> read(TransactionSet advice) {
        List<Answer> answers = new ArrayList<>();
        List<Segment> about = new ArrayList<>();
        for (Segment segment : advice.segments()) {
            if (segment.is("OTI")) {
                end(about, answers);
                about.add(segment);
            } else if (!about.isEmpty()) {
                about.add(segment);
            }
        }
        end(about, answers);
        return answers;
    }

    private static void end(List<Segment> about, List<Answer> answers) {
        if (!about.isEmpty()) {
            answers.add(answer(about.get(0), about));
            about.clear();
        }
    }

    private static Answer answer(Segment oti, List<Segment> about) {
        String code = oti.element(10).strip();
        ViolationPath set = ViolationPath.of(PathStep.set(oti.element(9).strip()));
        List<Violation> problems = new ArrayList<>();
        for (Segment said : about) {
            if (said.is("TED") || said.is("NTE")) {
                String text = said.element(2).strip();
                problems.add(new Violation(
                        said.is("TED") ? "REFUSED_BY_BUSINESS" : "NOTED_BY_BUSINESS",
                        set,
                        "the partner says: "
                                + (text.isEmpty() ? "code " + said.element(1).strip() : text)));
            }
        }
        String verdict = oti.element(1).strip();
        InterchangeStatus status = ACCEPTED.contains(verdict)
                ? problems.isEmpty() ? InterchangeStatus.ACKNOWLEDGED : InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS
                : WITH_ERRORS.contains(verdict)
                        ? InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS
                        : InterchangeStatus.REJECTED;
        if (status != InterchangeStatus.ACKNOWLEDGED && problems.isEmpty()) {
            problems.add(new Violation(
                    "REFUSED_BY_BUSINESS",
                    set,
                    "the partner answers " + verdict + " to " + oti.element(3).strip() + " and says no reason"));
        }
        return new Answer(oti.element(8).strip(), code.isEmpty() ? Set.of() : Set.of(code), status, problems);
    }
}
