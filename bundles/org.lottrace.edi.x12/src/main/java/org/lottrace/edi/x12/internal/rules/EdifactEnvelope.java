package org.lottrace.edi.x12.internal.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.edi.x12.internal.syntax.CharacterSets;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Group;
import org.lottrace.edi.x12.internal.syntax.Interchange;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/**
 * Rules of the EDIFACT envelope, UNB to UNZ, the groups and the messages in it; {@link EnvelopeRules} are those of X12.
 *
 * <p>Source: ISO 9735, service segments UNB, UNG, UNH, UNT, UNE, UNZ.
 */
final class EdifactEnvelope {
    private static final String REFERENCE = "(?U)\\P{Cntrl}{1,14}";

    private EdifactEnvelope() {}

    /** @return findings about UNB and UNZ */
    static List<Finding> ofInterchange(Interchange interchange) {
        List<Finding> findings = new ArrayList<>();
        Segment unb = interchange.header();
        if (!CharacterSets.isKnown(unb.component(1, 1))) {
            findings.add(Finding.of(
                    "SYNTAX_UNKNOWN",
                    unb,
                    1,
                    1,
                    "this is no character set that can be read; send UNOA to UNOK, UNOW or UNOY"));
        }
        if (!unb.component(1, 2).matches("[1-4]")) {
            findings.add(Finding.of("SYNTAX_UNKNOWN", unb, 1, 2, "the syntax version must be 1, 2, 3 or 4"));
        }
        if (!interchange.control().matches(REFERENCE)) {
            findings.add(Finding.of(
                    "INTERCHANGE_CONTROL_INVALID",
                    unb,
                    interchange.element(Interchange.Place.CONTROL),
                    "the control reference must have 1 to 14 characters"));
        }
        if (interchange.groups().isEmpty()) {
            findings.add(Finding.of("INTERCHANGE_EMPTY", unb, "the interchange holds no message"));
        }
        if (interchange.trailer().isEmpty()) {
            findings.add(Finding.of("INTERCHANGE_TRAILER_MISSING", unb, "UNZ is missing; the file may be cut off"));
            return findings;
        }
        Segment unz = interchange.trailer().get();
        boolean grouped =
                interchange.groups().stream().anyMatch(group -> group.header().isPresent());
        int parts = grouped
                ? interchange.groups().size()
                : interchange.groups().stream()
                        .mapToInt(group -> group.sets().size())
                        .sum();
        EnvelopeRules.count(
                        unz,
                        1,
                        parts,
                        "GROUP_COUNT_DIFFERS",
                        "UNZ must say " + parts + ", the number of " + (grouped ? "groups" : "messages"))
                .ifPresent(findings::add);
        EnvelopeRules.same(
                        unz,
                        2,
                        interchange.control(),
                        "INTERCHANGE_CONTROL_DIFFERS",
                        "UNZ must repeat the control reference of UNB")
                .ifPresent(findings::add);
        return findings;
    }

    /** @return findings about UNG and UNE of each group, in the order of the groups */
    static List<List<Finding>> ofGroups(List<Group> groups) {
        boolean grouped = groups.stream().anyMatch(group -> group.header().isPresent());
        Set<String> controls = new HashSet<>();
        List<List<Finding>> all = new ArrayList<>();
        for (Group group : groups) {
            List<Finding> findings = new ArrayList<>();
            if (group.header().isEmpty() && grouped) {
                findings.add(Finding.of(
                        "GROUP_HEADER_MISSING",
                        group.sets().get(0).header(),
                        "groups and messages outside of groups cannot stand in one interchange"));
            }
            group.header().ifPresent(ung -> ofGroup(group, ung, findings));
            if (group.header().isPresent() && !controls.add(group.control())) {
                findings.add(Finding.of(
                        "GROUP_CONTROL_REPEATED",
                        group.header().get(),
                        5,
                        "another group of this interchange has the same reference number"));
            }
            all.add(findings);
        }
        return all;
    }

    private static void ofGroup(Group group, Segment ung, List<Finding> findings) {
        if (!group.control().matches(REFERENCE)) {
            findings.add(Finding.of(
                    "GROUP_CONTROL_INVALID", ung, 5, "the reference number of a group must have 1 to 14 characters"));
        }
        if (group.sets().isEmpty()) {
            findings.add(Finding.of("GROUP_EMPTY", ung, "the group holds no message"));
        }
        Optional<Segment> une = group.trailer();
        if (une.isEmpty()) {
            findings.add(Finding.of("GROUP_TRAILER_MISSING", ung, "UNE is missing for this group"));
            return;
        }
        int messages = group.sets().size();
        EnvelopeRules.count(
                        une.get(),
                        1,
                        messages,
                        "SET_COUNT_DIFFERS",
                        "UNE must say " + messages + ", the number of messages")
                .ifPresent(findings::add);
        EnvelopeRules.same(
                        une.get(), 2, group.control(), "GROUP_CONTROL_DIFFERS", "UNE must repeat the reference of UNG")
                .ifPresent(findings::add);
    }

    /** @return findings about UNH and UNT of a message */
    static List<Finding> ofMessage(TransactionSet message) {
        List<Finding> findings = new ArrayList<>();
        Segment unh = message.header();
        if (!message.control().matches(REFERENCE)) {
            findings.add(Finding.of(
                    "SET_CONTROL_INVALID", unh, 1, "the reference number of a message must have 1 to 14 characters"));
        }
        if (!message.code().matches("[A-Z]{6}")) {
            findings.add(Finding.of("SET_CODE_INVALID", unh, 2, 1, "a message type has 6 letters, such as DESADV"));
        }
        if (!message.isClosed()) {
            findings.add(Finding.of("SET_TRAILER_MISSING", unh, "UNT is missing for this message"));
            return findings;
        }
        int segments = message.size();
        EnvelopeRules.count(
                        message.last(),
                        1,
                        segments,
                        "SEGMENT_COUNT_DIFFERS",
                        "UNT must say " + segments + ", the number of segments from UNH to UNT")
                .ifPresent(findings::add);
        EnvelopeRules.same(
                        message.last(),
                        2,
                        message.control(),
                        "SET_CONTROL_DIFFERS",
                        "UNT must repeat the reference of UNH")
                .ifPresent(findings::add);
        return findings;
    }
}
