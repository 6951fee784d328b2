package org.lottrace.edi.x12.internal.ack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.edi.x12.internal.ack.AcknowledgementWriter.AcknowledgedSet;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.syntax.Finding;
import org.lottrace.edi.x12.internal.syntax.Group;
import org.lottrace.edi.x12.internal.syntax.Interchange;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/**
 * Makes the CONTRL for an EDIFACT interchange: UCI, for each group UCF, for each message UCM with UCS and UCD for every finding. A
 * message that is refused always has a code; one that the business refuses has {@value ControlCodes#UNSPECIFIED}, because the codes are
 * of syntax only. Where the envelope is refused, nothing in it is answered.
 *
 * <p>Source: ISO 9735-10, CONTRL.
 */
public final class ControlWriter {
    /** The message that acknowledges; it is never acknowledged itself. */
    public static final String CODE = "CONTRL";

    private static final String NO_REFERENCE = "-";
    private static final int MOST_SEGMENTS = 999;
    private static final int MOST_ELEMENTS = 99;
    private static final int LONGEST_ELEMENT = 3;
    /** Findings that UCM says of UNH and UNT. */
    private static final Set<String> OF_UNT =
            Set.of("SET_TRAILER_MISSING", "SET_CONTROL_DIFFERS", "SEGMENT_COUNT_DIFFERS");

    private static final Set<String> OF_UNH =
            Set.of("SCHEMA_MISSING", "SET_CODE_INVALID", "SET_CONTROL_INVALID", "SET_CONTROL_REPEATED");

    private ControlWriter() {}

    /**
     * @param own what the whole interchange is refused for
     * @param sets the answers to the messages of each group, in their order
     * @return the segments between UNH and UNT
     */
    public static List<List<String>> write(
            ExaminedInterchange examined, List<Violation> own, List<List<AcknowledgedSet>> sets) {
        List<List<String>> segments = new ArrayList<>();
        segments.add(interchange(examined.interchange(), own));
        for (int g = 0; own.isEmpty() && g < examined.groups().size(); g++) {
            ExaminedGroup group = examined.groups().get(g);
            if (group.group().header().isPresent()) {
                segments.add(group(group));
            }
            if (group.findings().isEmpty() || group.group().header().isEmpty()) {
                for (AcknowledgedSet set : sets.get(g)) {
                    message(set, group.findings(), segments);
                }
            }
        }
        return segments;
    }

    private static List<String> interchange(Interchange interchange, List<Violation> own) {
        List<String> uci = new ArrayList<>(List.of(
                "UCI",
                reference(interchange.control()),
                composite(interchange.header().element(2)),
                composite(interchange.header().element(3)),
                own.isEmpty() ? ControlCodes.ACKNOWLEDGED : ControlCodes.REJECTED));
        if (!own.isEmpty()) {
            Violation first = own.get(0);
            List<PathStep> steps = first.path().steps();
            uci.add(ControlCodes.of(first.code()));
            if (steps.size() >= 2) {
                String tag = steps.get(1).name();
                if (tag.equals("UNB") || tag.equals("UNZ")) {
                    uci.add(tag);
                    if (steps.size() > 2) {
                        uci.add(position(steps.get(2).name()));
                    }
                }
            }
        }
        return uci;
    }

    /** @param element such as {@code 2} or {@code 2:1}; 0098 counts the tag as the first */
    private static String position(String element) {
        String[] parts = element.split(":", 2);
        String counted = String.valueOf(Integer.parseInt(parts[0]) + 1);
        return parts.length == 1 ? counted : counted + SetSegment.COMPONENT + parts[1];
    }

    private static List<String> group(ExaminedGroup examined) {
        Group group = examined.group();
        Segment ung = group.header().orElseThrow();
        List<String> ucf = new ArrayList<>(List.of(
                "UCF",
                reference(group.control()),
                composite(ung.element(2)),
                composite(ung.element(3)),
                examined.findings().isEmpty() ? ControlCodes.ACKNOWLEDGED : ControlCodes.REJECTED));
        examined.findings().stream().findFirst().ifPresent(finding -> ucf.addAll(whatAndWhere(finding)));
        return ucf;
    }

    private static void message(AcknowledgedSet answered, List<Finding> ofGroup, List<List<String>> segments) {
        ExaminedSet set = answered.set();
        boolean isAccepted = answered.isAccepted() && ofGroup.isEmpty();
        List<String> ucm = new ArrayList<>(List.of(
                "UCM",
                reference(set.set().control()),
                identifier(set.set().header()),
                isAccepted ? ControlCodes.ACKNOWLEDGED : ControlCodes.REJECTED));
        segments.add(ucm);
        if (isAccepted) {
            return;
        }
        Optional<Finding> ofEnvelope = set.findings().stream()
                .filter(f -> OF_UNH.contains(f.code()) || OF_UNT.contains(f.code()))
                .findFirst();
        if (ofEnvelope.isPresent()) {
            ucm.addAll(whatAndWhere(ofEnvelope.get()));
        } else if (set.findings().isEmpty()) {
            ucm.add(
                    ofGroup.isEmpty()
                            ? ControlCodes.UNSPECIFIED
                            : ControlCodes.of(ofGroup.get(0).code()));
        }
        Map<Integer, List<Finding>> bySegment = new LinkedHashMap<>();
        set.findings().stream()
                .filter(f -> !OF_UNH.contains(f.code()) && !OF_UNT.contains(f.code()))
                .forEach(f -> bySegment
                        .computeIfAbsent(f.position(), p -> new ArrayList<>())
                        .add(f));
        bySegment.keySet().stream()
                .sorted()
                .limit(MOST_SEGMENTS)
                .forEach(p -> segment(set.set(), bySegment.get(p), segments));
    }

    private static void segment(TransactionSet message, List<Finding> findings, List<List<String>> segments) {
        int position = findings.get(0).position() - message.header().position() + 1;
        List<String> ucs = new ArrayList<>(List.of("UCS", String.valueOf(position)));
        findings.stream().filter(f -> f.element() == 0).findFirst().ifPresent(f -> ucs.add(ControlCodes.of(f.code())));
        segments.add(ucs);
        findings.stream()
                .filter(f -> f.element() > 0 && String.valueOf(f.element()).length() <= LONGEST_ELEMENT)
                .limit(MOST_ELEMENTS)
                .forEach(f -> segments.add(List.of("UCD", ControlCodes.of(f.code()), place(f))));
    }

    /** 0098 counts the tag as the first element. */
    private static String place(Finding finding) {
        String element = String.valueOf(finding.element() + 1);
        return finding.component() == 0 ? element : element + SetSegment.COMPONENT + finding.component();
    }

    private static List<String> whatAndWhere(Finding finding) {
        List<String> said = new ArrayList<>(List.of(ControlCodes.of(finding.code())));
        if (finding.code().endsWith("TRAILER_MISSING")) {
            said.add(finding.tag().equals("UNG") ? "UNE" : "UNT");
        } else {
            said.add(cut(finding.tag(), 3));
            if (finding.element() > 0) {
                said.add(place(finding));
            }
        }
        return said;
    }

    /** S009 as it was sent; nothing when it is not one, for then it could not be written either. */
    private static String identifier(Segment unh) {
        boolean isWhole = unh.component(2, 1).matches("(?U)\\P{Cntrl}{1,6}");
        for (int i = 2; i <= 4; i++) {
            isWhole &= unh.component(2, i).matches("(?U)\\P{Cntrl}{1,3}");
        }
        return isWhole && unh.component(2, 5).length() <= 6 ? composite(unh.element(2)) : "";
    }

    /** What was not sent at the end of a composite is not repeated. */
    private static String composite(String element) {
        String[] components = element.split(String.valueOf(SetSegment.COMPONENT));
        return String.join(
                String.valueOf(SetSegment.COMPONENT),
                Arrays.stream(components).map(String::strip).toList());
    }

    /** What has no reference is answered, too: the sender knows it by its place. */
    private static String reference(String sent) {
        return sent.isEmpty() ? NO_REFERENCE : cut(sent.replaceAll("(?U)\\p{Cntrl}", NO_REFERENCE), 14);
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
