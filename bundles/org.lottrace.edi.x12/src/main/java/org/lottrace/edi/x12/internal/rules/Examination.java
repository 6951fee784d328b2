package org.lottrace.edi.x12.internal.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.Party;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Group;
import org.lottrace.edi.x12.internal.syntax.Interchange;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/**
 * Everything that can be said about a file before its content is applied.
 *
 * @param interchanges in the order of the file
 * @param findings about the file as a whole
 */
public record Examination(List<ExaminedInterchange> interchanges, List<Finding> findings) {
    public Examination {
        interchanges = List.copyOf(interchanges);
        findings = List.copyOf(findings);
    }

    /** @return true when nothing is wrong with form and envelope */
    public boolean isClean() {
        return findings.isEmpty()
                && interchanges.stream().allMatch(i -> i.allFindings().findAny().isEmpty());
    }

    /**
     * An interchange.
     *
     * @param interchange as it stands in the file
     * @param sender ISA05 and ISA06; absent when they are no address
     * @param party the partner with that address; absent when it is unknown
     * @param receiver ISA07 and ISA08; absent when they are no address
     * @param findings about ISA and IEA
     * @param groups its functional groups
     * @param notes what is to be said of it without refusing anything
     */
    public record ExaminedInterchange(
            Interchange interchange,
            Optional<EdiAddress> sender,
            Optional<Party> party,
            Optional<EdiAddress> receiver,
            List<Finding> findings,
            List<ExaminedGroup> groups,
            List<Violation> notes) {
        public ExaminedInterchange {
            findings = List.copyOf(findings);
            groups = List.copyOf(groups);
            notes = List.copyOf(notes);
        }

        /** @return the same with these groups, and with more notes */
        public ExaminedInterchange with(List<ExaminedGroup> others, List<Violation> more) {
            return new ExaminedInterchange(
                    interchange,
                    sender,
                    party,
                    receiver,
                    findings,
                    others,
                    Stream.concat(notes.stream(), more.stream()).toList());
        }

        /** @return all findings in it */
        public Stream<Finding> allFindings() {
            return Stream.concat(
                    findings.stream(),
                    groups.stream()
                            .flatMap(group -> Stream.concat(
                                    group.findings().stream(),
                                    group.sets().stream().flatMap(set -> set.findings().stream()))));
        }
    }

    /**
     * A functional group.
     *
     * @param group as it stands in the file
     * @param findings about GS and GE
     * @param sets its transaction sets
     */
    public record ExaminedGroup(Group group, List<Finding> findings, List<ExaminedSet> sets) {
        public ExaminedGroup {
            findings = List.copyOf(findings);
            sets = List.copyOf(sets);
        }
    }

    /**
     * A transaction set.
     *
     * @param set as it stands in the file
     * @param findings about it
     * @param content its segments; none when there are findings, or when it was not looked into
     */
    public record ExaminedSet(TransactionSet set, List<Finding> findings, SetContent content) {
        public ExaminedSet {
            findings = List.copyOf(findings);
        }

        /** @return its content; empty when there are findings */
        public List<SetSegment> segments() {
            return content.segments();
        }

        /** @return whether it has a content */
        public boolean isRead() {
            return content != SetContent.NONE;
        }

        /** @return the same when there are no more findings; else with them, and without its content */
        public ExaminedSet with(List<Finding> more) {
            return more.isEmpty()
                    ? this
                    : new ExaminedSet(
                            set, Stream.concat(findings.stream(), more.stream()).toList(), SetContent.NONE);
        }
    }
}
