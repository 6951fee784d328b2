package org.lottrace.edi.x12.internal.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Group;
import org.lottrace.edi.x12.internal.syntax.Interchange;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/**
 * Headers, trailers, their counts and control numbers.
 *
 * <p>Source: X12.5 (ISA, IEA) and X12.22 (GS, GE, ST, SE).
 */
public final class EnvelopeRules {
    private EnvelopeRules() {}

    /** @return findings about ISA and IEA */
    public static List<Finding> ofInterchange(Interchange interchange) {
        List<Finding> findings = new ArrayList<>();
        Segment isa = interchange.header();
        if (!interchange.control().matches("\\d{9}")) {
            findings.add(Finding.of("INTERCHANGE_CONTROL_INVALID", isa, 13, "ISA13 must be 9 digits"));
        }
        if (interchange.groups().isEmpty()) {
            findings.add(Finding.of("INTERCHANGE_EMPTY", isa, "the interchange holds no functional group"));
        }
        Optional<Segment> iea = interchange.trailer();
        if (iea.isEmpty()) {
            findings.add(Finding.of("INTERCHANGE_TRAILER_MISSING", isa, "IEA is missing; the file may be cut off"));
        } else {
            int groups = interchange.groups().size();
            count(iea.get(), 1, groups, "GROUP_COUNT_DIFFERS", "IEA01 must say " + groups + ", the number of groups")
                    .ifPresent(findings::add);
            same(iea.get(), 2, interchange.control(), "INTERCHANGE_CONTROL_DIFFERS", "IEA02 must repeat ISA13")
                    .ifPresent(findings::add);
        }
        return findings;
    }

    /** @return findings about GS and GE of each group, in the order of the groups */
    public static List<List<Finding>> ofGroups(List<Group> groups) {
        Set<String> controls = new HashSet<>();
        List<List<Finding>> all = new ArrayList<>();
        for (Group group : groups) {
            List<Finding> findings = new ArrayList<>(ofGroup(group));
            if (group.header().isPresent() && !controls.add(number(group.control()))) {
                findings.add(Finding.of(
                        "GROUP_CONTROL_REPEATED",
                        group.header().get(),
                        6,
                        "another group of this interchange has the same control number"));
            }
            all.add(findings);
        }
        return all;
    }

    private static List<Finding> ofGroup(Group group) {
        List<Finding> findings = new ArrayList<>();
        if (group.header().isEmpty()) {
            Segment first = group.sets().get(0).header();
            findings.add(Finding.of("GROUP_HEADER_MISSING", first, "GS is missing before this segment"));
            return findings;
        }
        Segment gs = group.header().get();
        if (!group.control().matches("\\d{1,9}")) {
            findings.add(Finding.of("GROUP_CONTROL_INVALID", gs, 6, "GS06 must be 1 to 9 digits"));
        }
        if (group.sets().isEmpty()) {
            findings.add(Finding.of("GROUP_EMPTY", gs, "the group holds no transaction set"));
        }
        if (group.trailer().isEmpty()) {
            findings.add(Finding.of("GROUP_TRAILER_MISSING", gs, "GE is missing for this group"));
        } else {
            Segment ge = group.trailer().get();
            int sets = group.sets().size();
            count(ge, 1, sets, "SET_COUNT_DIFFERS", "GE01 must say " + sets + ", the number of transaction sets")
                    .ifPresent(findings::add);
            same(ge, 2, group.control(), "GROUP_CONTROL_DIFFERS", "GE02 must repeat GS06")
                    .ifPresent(findings::add);
        }
        return findings;
    }

    /** @return findings about ST and SE of each set of a group, in the order of the sets */
    public static List<List<Finding>> ofSets(Group group) {
        Set<String> controls = new HashSet<>();
        List<List<Finding>> all = new ArrayList<>();
        for (TransactionSet set : group.sets()) {
            List<Finding> findings = new ArrayList<>(set.isEdifact() ? EdifactEnvelope.ofMessage(set) : ofSet(set));
            if (!controls.add(set.control())) {
                findings.add(Finding.of(
                        "SET_CONTROL_REPEATED",
                        set.header(),
                        set.isEdifact() ? 1 : 2,
                        "another set of this group has the same control number"));
            }
            all.add(findings);
        }
        return all;
    }

    private static List<Finding> ofSet(TransactionSet set) {
        List<Finding> findings = new ArrayList<>();
        if (!set.code().matches("\\d{3}")) {
            findings.add(Finding.of("SET_CODE_INVALID", set.header(), 1, "ST01 must be 3 digits, such as 856"));
        }
        if (!set.control().matches("[A-Za-z0-9]{4,9}")) {
            findings.add(Finding.of("SET_CONTROL_INVALID", set.header(), 2, "ST02 must have 4 to 9 characters"));
        }
        if (!set.isClosed()) {
            findings.add(Finding.of("SET_TRAILER_MISSING", set.header(), "SE is missing for this transaction set"));
        } else {
            int segments = set.size();
            count(
                            set.last(),
                            1,
                            segments,
                            "SEGMENT_COUNT_DIFFERS",
                            "SE01 must say " + segments + ", the number of segments from ST to SE")
                    .ifPresent(findings::add);
            same(set.last(), 2, set.control(), "SET_CONTROL_DIFFERS", "SE02 must repeat ST02")
                    .ifPresent(findings::add);
        }
        return findings;
    }

    static Optional<Finding> count(Segment segment, int element, int actual, String code, String message) {
        return number(segment.element(element)).equals(String.valueOf(actual))
                ? Optional.empty()
                : Optional.of(Finding.of(code, segment, element, message));
    }

    static Optional<Finding> same(Segment segment, int element, String expected, String code, String message) {
        return number(segment.element(element)).equals(number(expected))
                ? Optional.empty()
                : Optional.of(Finding.of(code, segment, element, message));
    }

    /** Leading zeros of a control number mean nothing. */
    private static String number(String text) {
        return text.strip().replaceFirst("^0+(?=.)", "");
    }
}
