package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Interchange.Place;
import org.lottrace.edi.x12.internal.syntax.Segment;

/**
 * Holds GS01, GS02 and GS03 against the sets of the group and against the interchange.
 *
 * <p>Source: X12 004010, data element 479 (functional identifier code).
 */
final class GroupRules {
    private static final Map<String, String> KIND = Map.ofEntries(
            Map.entry("810", "IN"),
            Map.entry("824", "AG"),
            Map.entry("846", "IB"),
            Map.entry("850", "PO"),
            Map.entry("855", "PR"),
            Map.entry("856", "SH"),
            Map.entry("861", "RC"),
            Map.entry("864", "TX"),
            Map.entry("940", "OW"),
            Map.entry("943", "AR"),
            Map.entry("944", "RE"),
            Map.entry("945", "SW"),
            Map.entry("997", "FA"),
            Map.entry("999", "FA"));

    private GroupRules() {}

    /** @return the findings of the group, with one when it says it holds sets of another kind */
    static List<Finding> check(ExaminedGroup group) {
        List<Finding> findings = new ArrayList<>(group.findings());
        group.group().header().ifPresent(gs -> group.sets().stream()
                .map(set -> set.set().code())
                .filter(code -> !kind(group, code).equals(group.group().functionalId()))
                .findFirst()
                .ifPresent(code -> findings.add(Finding.of(
                        "GROUP_KIND_DIFFERS",
                        gs,
                        1,
                        gs.tag() + " must say " + kind(group, code) + " for a group that holds a " + code))));
        return findings;
    }

    /** A group of EDIFACT is of the type of its messages. */
    private static String kind(ExaminedGroup group, String code) {
        boolean isEdifact =
                group.group().header().filter(header -> header.is("UNG")).isPresent();
        return isEdifact ? code : KIND.getOrDefault(code, group.group().functionalId());
    }

    /**
     * Many networks put other names into GS02 and GS03 than into ISA; which, a partner can say. Another one is said and does not refuse.
     *
     * @return what is worth a look in the record of the interchange
     */
    static List<Violation> notes(ExaminedInterchange interchange, Agreement agreement) {
        List<Violation> notes = new ArrayList<>(EnvelopeNotes.of(interchange.interchange()));
        for (ExaminedGroup group : interchange.groups()) {
            group.group().header().ifPresent(gs -> {
                note(
                                gs,
                                2,
                                "GROUP_SENDER_DIFFERS",
                                agreement.groupSenders(),
                                interchange.interchange().id(Place.SENDER))
                        .ifPresent(notes::add);
                note(
                                gs,
                                3,
                                "GROUP_RECEIVER_DIFFERS",
                                agreement.groupReceivers(),
                                interchange.interchange().id(Place.RECEIVER))
                        .ifPresent(notes::add);
            });
        }
        return notes;
    }

    private static Optional<Violation> note(
            Segment gs, int element, String code, Set<String> agreed, String ofInterchange) {
        String said = gs.component(element, 1);
        boolean isExpected = agreed.isEmpty() ? said.equals(ofInterchange.strip()) : agreed.contains(said.strip());
        String expected = agreed.isEmpty()
                ? "its interchange \"" + ofInterchange.strip() + "\""
                : "exchange.properties of the partner \"" + String.join(", ", agreed) + "\"";
        return isExpected
                ? Optional.empty()
                : Optional.of(new Violation(
                        code,
                        ViolationPath.of(
                                PathStep.position(String.valueOf(gs.position())),
                                PathStep.segment(gs.tag()),
                                PathStep.element(String.valueOf(element))),
                        "the group says \"" + said + "\", " + expected + "; it was taken as the interchange says"));
    }
}
