package org.lottrace.edi.x12.internal.ack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader.Answer;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/**
 * Reads what a partner says in a CONTRL about an interchange we sent. What is rejected at one level is rejected below it; an error that is
 * named with an action that accepts is noted. That the interchange has come says nothing of what is in it: it stays {@link
 * InterchangeStatus#SENT}.
 *
 * <p>Source: ISO 9735-10, data elements 0083 (4 rejected, 7 acknowledged, 8 received) and 0085.
 */
public final class ControlReader {
    private final List<Violation> problems = new ArrayList<>();
    private final Set<String> codes = new LinkedHashSet<>();
    private String interchange = "";
    private ViolationPath message = ViolationPath.WHOLE;
    private ViolationPath segment = ViolationPath.WHOLE;
    private boolean isRefused;
    private boolean hasErrors;
    private boolean hasOnlyCome;

    private ControlReader() {}

    /** @return what is said; the group of the answer is the control reference of the interchange */
    public static Answer read(TransactionSet control) {
        ControlReader reader = new ControlReader();
        control.segments().forEach(reader::take);
        InterchangeStatus accepted = reader.hasOnlyCome ? InterchangeStatus.SENT : InterchangeStatus.ACKNOWLEDGED;
        InterchangeStatus status = reader.hasErrors ? InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS : accepted;
        return new Answer(
                reader.interchange,
                reader.codes,
                reader.isRefused ? InterchangeStatus.REJECTED : status,
                reader.problems);
    }

    private void take(Segment said) {
        switch (said.tag()) {
            case "UCI" -> {
                interchange = said.element(1).strip();
                hasOnlyCome = said.element(4).strip().equals(ControlCodes.RECEIVED);
                judge(said, ViolationPath.WHOLE, 4);
            }
            case "UCF" ->
                judge(said, ViolationPath.of(PathStep.group(said.element(1).strip())), 4);
            case "UCM" -> {
                hasOnlyCome = false;
                if (!said.component(2, 1).isEmpty()) {
                    codes.add(said.component(2, 1));
                }
                message = ViolationPath.of(PathStep.set(said.element(1).strip()));
                judge(said, message, 3);
            }
            case "UCS" -> {
                segment = message.then(PathStep.position(said.element(1).strip()));
                if (!said.element(2).isBlank()) {
                    note("SEGMENT_REFUSED", segment, said.element(2).strip(), said);
                }
            }
            case "UCD" ->
                note(
                        "ELEMENT_REFUSED",
                        segment.then(PathStep.element(element(said))),
                        said.element(1).strip(),
                        said);
            default -> {
                // UNH and UNT say nothing about what we sent
            }
        }
    }

    /** 0098 counts the tag as the first element. */
    private static String element(Segment ucd) {
        String position = ucd.component(2, 1);
        String number = position.matches("\\d{1,3}") ? String.valueOf(Integer.parseInt(position) - 1) : position;
        return ucd.component(2, 2).isEmpty() ? number : number + ":" + ucd.component(2, 2);
    }

    private void judge(Segment said, ViolationPath what, int action) {
        String verdict = said.element(action).strip();
        String error = said.element(action + 1).strip();
        if (!verdict.equals(ControlCodes.ACKNOWLEDGED) && !verdict.equals(ControlCodes.RECEIVED)) {
            isRefused = true;
            problems.add(new Violation(
                    "REFUSED_BY_PARTNER",
                    what.then(PathStep.segment(said.tag()), PathStep.element(String.valueOf(action))),
                    "the partner refused our " + (what.equals(ViolationPath.WHOLE) ? "interchange" : what)
                            + (error.isEmpty() ? "" : ": " + ControlCodes.meaning(error)) + " (" + text(said)
                            + "); correct the cause and send it again"));
        } else if (!error.isEmpty()) {
            note("REFUSED_IN_PART", what.then(PathStep.segment(said.tag())), error, said);
        }
    }

    private void note(String code, ViolationPath path, String error, Segment said) {
        hasErrors = true;
        problems.add(new Violation(
                code, path, "the partner says: " + ControlCodes.meaning(error) + " (" + text(said) + ")"));
    }

    private static String text(Segment said) {
        return String.join("+", said.elements()).replace(SetSegment.COMPONENT, ':');
    }
}
