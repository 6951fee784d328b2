package org.lottrace.edi.x12.internal.ack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/**
 * Reads what a partner says about a group we sent.
 *
 * <p>Source: X12 997 004010 and 999 005010, data elements 717 (AK501) and 715 (AK901): {@code A} accepts, {@code E} accepts but errors are
 * noted; everything else ({@code P}, {@code R}, {@code M}, {@code W}, {@code X}) refuses at least a part.
 */
public final class AcknowledgementReader {
    /** The code of the transaction set that acknowledges. */
    public static final String CODE = "997";

    /** Its successor, which says the same in IK segments. */
    public static final String IMPLEMENTATION_CODE = "999";

    private static final String ACCEPTED = "A";
    private static final String ACCEPTED_WITH_ERRORS = "E";

    private final List<Violation> problems = new ArrayList<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private String group = "";
    private ViolationPath set = ViolationPath.WHOLE;
    private ViolationPath segment = ViolationPath.WHOLE;
    private boolean refused;
    private boolean errors;

    private AcknowledgementReader() {}

    /**
     * What is said about one group.
     *
     * @param group its control number (AK102)
     * @param codes the transaction sets that are named (AK201); may be none
     * @param status what our interchange is now
     * @param problems what was refused or noted; the path leads through set, position, tag and element of what we sent
     */
    public record Answer(String group, Set<String> codes, InterchangeStatus status, List<Violation> problems) {
        public Answer {
            codes = Set.copyOf(codes);
            problems = List.copyOf(problems);
        }
    }

    /** @return what the partner says; a 997 is about one group */
    public static Answer read(TransactionSet acknowledgement) {
        AcknowledgementReader reader = new AcknowledgementReader();
        acknowledgement.segments().forEach(reader::take);
        return new Answer(reader.group, reader.codes, reader.status(), reader.problems);
    }

    private InterchangeStatus status() {
        if (refused) {
            return InterchangeStatus.REJECTED;
        }
        return errors ? InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS : InterchangeStatus.ACKNOWLEDGED;
    }

    private void take(Segment said) {
        switch (said.tag()) {
            case "AK1" -> group = said.element(2).strip();
            case "AK2" -> {
                codes.add(said.element(1).strip());
                set = ViolationPath.of(PathStep.set(said.element(2).strip()));
            }
            case "AK3", "IK3" -> {
                segment = set.then(
                        PathStep.position(said.element(2).strip()),
                        PathStep.segment(said.element(1).strip()));
                note(
                        "SEGMENT_REFUSED",
                        segment,
                        AckCodes.segmentMeaning(said.element(4).strip()),
                        said);
            }
            case "AK4", "IK4" ->
                note(
                        "ELEMENT_REFUSED",
                        segment.then(PathStep.element(said.element(1).strip())),
                        AckCodes.elementMeaning(said.element(3).strip()),
                        said);
            case "AK5", "IK5" -> judge(said, set);
            case "AK9" -> judge(said, ViolationPath.of(PathStep.group(group)));
            default -> {
                // ST and SE say nothing about what we sent
            }
        }
    }

    private void note(String code, ViolationPath path, String meaning, Segment said) {
        errors = true;
        problems.add(new Violation(code, path, "the partner says: " + meaning + " (" + text(said) + ")"));
    }

    private void judge(Segment said, ViolationPath what) {
        String verdict = said.element(1).strip();
        if (verdict.equals(ACCEPTED_WITH_ERRORS)) {
            errors = true;
        } else if (!verdict.equals(ACCEPTED)) {
            refused = true;
            problems.add(new Violation(
                    "REFUSED_BY_PARTNER",
                    what.then(PathStep.segment(said.tag()), PathStep.element("1")),
                    "the partner refused our " + what + " (" + text(said) + "); correct the cause and send it again"));
        }
    }

    private static String text(Segment said) {
        return String.join("*", said.elements());
    }
}
