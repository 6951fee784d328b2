package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lottrace.edi.x12.internal.rules.Examination;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.syntax.Finding;

/**
 * Gives each finding about a file to the interchange it stands in, so that one interchange does not answer for another. What
 * stands between them remains a matter of the file.
 *
 * @param interchanges with all that is wrong with them
 * @param between what stands in none of them
 */
record FileFindings(List<ExaminedInterchange> interchanges, List<Finding> between) {
    private static final String NOT_EXAMINED = "NOT_EXAMINED";

    static FileFindings of(Examination examination) {
        List<Finding> left = new ArrayList<>(examination.findings());
        List<ExaminedInterchange> own = new ArrayList<>();
        for (int i = 0; i < examination.interchanges().size(); i++) {
            ExaminedInterchange interchange = examination.interchanges().get(i);
            int next = i + 1 < examination.interchanges().size()
                    ? position(examination.interchanges().get(i + 1))
                    : Integer.MAX_VALUE;
            int end = interchange
                    .interchange()
                    .trailer()
                    .map(iea -> iea.position())
                    .orElse(next);
            List<Finding> within = left.stream()
                    .filter(f -> f.position() > position(interchange) && f.position() < end)
                    .toList();
            left.removeAll(within);
            own.add(examined(
                    interchange,
                    Stream.concat(interchange.findings().stream(), within.stream())
                            .filter(f -> !isInterchangeAcknowledgement(f, interchange))
                            .toList()));
        }
        return new FileFindings(List.copyOf(own), List.copyOf(left));
    }

    private static int position(ExaminedInterchange interchange) {
        return interchange.interchange().header().position();
    }

    /** TA1 stands outside the groups, and an interchange may hold nothing else. */
    private static boolean isInterchangeAcknowledgement(Finding finding, ExaminedInterchange interchange) {
        if (interchange.interchange().isEdifact()) {
            return false;
        }
        return finding.code().equals("SEGMENT_MISPLACED") && finding.tag().equals("TA1")
                || finding.code().equals("INTERCHANGE_EMPTY")
                        && !InterchangeAnswers.in(interchange.interchange()).isEmpty();
    }

    private static ExaminedInterchange examined(ExaminedInterchange interchange, List<Finding> findings) {
        return new ExaminedInterchange(
                interchange.interchange(),
                interchange.sender(),
                interchange.party(),
                interchange.receiver(),
                findings,
                interchange.groups().stream()
                        .map(group -> new ExaminedGroup(
                                group.group(),
                                GroupRules.check(group),
                                group.sets().stream()
                                        .map(set -> group.group().header().isPresent()
                                                        || interchange
                                                                .interchange()
                                                                .isEdifact()
                                                ? examined(set)
                                                : set)
                                        .toList()))
                        .toList(),
                interchange.notes());
    }

    /** Where so much is wrong that the rest was not looked into, the rest is not taken. */
    private static ExaminedSet examined(ExaminedSet set) {
        return set.findings().isEmpty() && !set.isRead()
                ? set.with(List.of(Finding.of(
                        NOT_EXAMINED,
                        set.set().header(),
                        "the set was not looked into, because too much is wrong before it")))
                : set;
    }
}
