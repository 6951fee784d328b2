package org.lottrace.edi.x12.internal.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Interchange;

/**
 * What is to become of an interchange.
 *
 * @param interchange examined
 * @param agreement what was agreed with its sender
 * @param novelty whether it was seen before
 * @param own what the whole interchange is refused for
 * @param sets what becomes of each of its transaction sets
 */
record Verdict(
        ExaminedInterchange interchange,
        Agreement agreement,
        Novelty novelty,
        List<Violation> own,
        List<SetOutcome> sets) {
    private static final int LONGEST_ID = 50;

    Verdict {
        own = List.copyOf(own);
        sets = List.copyOf(sets);
    }

    /** Whether an interchange was seen before. */
    enum Novelty {
        NEW,
        /** A part of it was accepted before; now it is the turn of the rest. */
        CONTINUED,
        /** A part was accepted before from another text; of this one it is the turn of what was not. */
        CORRECTED,
        /** Accepted before from this very file, which a crash has left in the inbox. */
        RESUMED,
        /** Accepted before, and sent again. */
        DUPLICATE,
        /** Its control number was accepted before, with other content. */
        REUSED
    }

    /** @return true when there is nothing to be done about it, but perhaps a line in the log */
    boolean isKnown() {
        return novelty == Novelty.RESUMED || novelty == Novelty.DUPLICATE;
    }

    /** @return true when at least a part is taken; an interchange that holds only interchange acknowledgements is taken, too */
    boolean isTaken() {
        return own.isEmpty() && (sets.isEmpty() || sets.stream().anyMatch(SetOutcome::isTaken));
    }

    /** @return true when nothing of it is refused */
    boolean isWhole() {
        return problems().isEmpty();
    }

    /** @return everything it or a part of it is refused for, in the order of the file */
    List<Violation> problems() {
        if (isKnown()) {
            return List.of();
        }
        List<Violation> all = new ArrayList<>(own);
        interchange.groups().forEach(group -> group.findings().stream()
                .map(Finding::violation)
                .forEach(all::add));
        sets.forEach(set -> set.problems().forEach(all::add));
        return all;
    }

    InterchangeStatus status() {
        if (isTest()) {
            return InterchangeStatus.TEST;
        }
        if (!isTaken()) {
            return isOfStranger() ? InterchangeStatus.QUARANTINED : InterchangeStatus.REJECTED;
        }
        return isWhole() ? InterchangeStatus.ACCEPTED : InterchangeStatus.PARTLY_ACCEPTED;
    }

    /** @return true when nothing is wrong with the envelope but that nobody knows who sent it */
    private boolean isOfStranger() {
        return !own.isEmpty() && own.stream().allMatch(v -> v.code().equals(Quarantine.SENDER_UNKNOWN));
    }

    /** @return true when the group is refused for what is wrong with GS or GE */
    boolean isRefused(ExaminedGroup group) {
        return !group.findings().isEmpty();
    }

    /**
     * @return what an accepted interchange is known by; a test uses no control number up, so it is known by its content. The numbers of X12 and
     *     of EDIFACT are counted apart
     */
    static String key(Interchange interchange, Agreement agreement) {
        String number = (interchange.isEdifact() ? "UNB:" : "") + interchange.sender() + ":" + interchange.control();
        return agreement.isTest(interchange.isTest())
                ? "test:" + number + ":" + TextHash.joined(interchange.text())
                : "in:" + number;
    }

    /** @return what a corrected text is known by, beside the first one under its number */
    static String textKey(Interchange interchange, Agreement agreement) {
        return key(interchange, agreement) + ":" + TextHash.joined(interchange.text());
    }

    String key() {
        return key(interchange.interchange(), agreement);
    }

    /** @return true when it is tried and changes nothing */
    boolean isTest() {
        return agreement.isTest(interchange.interchange().isTest());
    }

    /**
     * @param name of the file when there is nothing else to know it by, else empty
     * @return what a refusal is known by: the same content refused for the same reasons is one refusal
     */
    static String refusalKey(String name, byte[] content, List<Violation> problems) {
        return "refused:"
                + new TextHash().add(name).add(content).add(problems.toString()).hex();
    }

    /** @return what an acknowledgement is known by: the same answer to the same interchange is given once */
    String acknowledgementKey(List<List<List<String>>> sets) {
        return key() + ":"
                + new TextHash()
                        .add(interchange.interchange().text())
                        .add(sets.toString())
                        .hex();
    }

    byte[] content() {
        return interchange.interchange().content();
    }

    InterchangeRecord record(String fileName, InterchangeStatus status, List<Violation> noted, Instant at) {
        Interchange i = interchange.interchange();
        return new InterchangeRecord(
                0,
                Direction.INBOUND,
                cut(i.sender()),
                cut(i.receiver()),
                cut(i.control()),
                i.codes().stream().map(Verdict::cut).toList(),
                fileName,
                status,
                at,
                noted);
    }

    /** In a broken file anything can stand there. */
    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_ID));
    }
}
