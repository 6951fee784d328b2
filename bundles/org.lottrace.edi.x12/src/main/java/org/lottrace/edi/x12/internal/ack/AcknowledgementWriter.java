package org.lottrace.edi.x12.internal.ack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.syntax.Finding;

/**
 * Makes the 997 for a functional group: AK1, for each set AK2 with AK3 and AK4 for every finding and AK5, and AK9.
 *
 * <p>Each set has its own answer. A refused one always has a code (AK502), also one that is refused for what stands around it; a
 * refused group has one (AK905) when GS or GE is the reason. A 997 speaks of form only: refusals for a reason of business do
 * not make it negative.
 */
public final class AcknowledgementWriter {
    private static final int MOST_CODES = 5;
    private static final int LONGEST_COPY = 99;
    /** AK401 has room for two digits; of elements behind it AK304 alone says that something is wrong. */
    private static final int LAST_ELEMENT = 99;

    private static final int SHORTEST_TAG = 2;
    private static final int LONGEST_TAG = 3;
    /** Stands in AK301 for what is no tag at all. */
    private static final String NO_TAG = "??";

    private static final Pattern CONTROL = Pattern.compile("(?U)\\p{Cntrl}");

    private AcknowledgementWriter() {}

    /**
     * A set and its answer.
     *
     * @param set with all that is wrong with its form
     * @param isAccepted whether its form is accepted
     */
    public record AcknowledgedSet(ExaminedSet set, boolean isAccepted) {}

    /**
     * @param group a group that is no acknowledgement itself
     * @param sets its transaction sets, in their order
     * @return the segments between ST and SE
     */
    public static List<List<String>> write(ExaminedGroup group, List<AcknowledgedSet> sets) {
        boolean isGroupRefused = !group.findings().isEmpty();
        List<List<String>> segments = new ArrayList<>();
        segments.add(List.of(
                "AK1",
                copied(group.group().functionalId()),
                copied(group.group().control())));
        long accepted = 0;
        for (AcknowledgedSet answered : sets) {
            ExaminedSet set = answered.set();
            segments.add(
                    List.of("AK2", copied(set.set().code()), copied(set.set().control())));
            if (answered.isAccepted() && !isGroupRefused) {
                accepted++;
                segments.add(List.of("AK5", "A"));
            } else {
                refuse(set, segments);
            }
        }
        segments.add(trailer(group, accepted));
        return segments;
    }

    private static void refuse(ExaminedSet set, List<List<String>> segments) {
        Map<Integer, List<Finding>> bySegment = new LinkedHashMap<>();
        List<String> codes = new ArrayList<>();
        for (Finding finding : set.findings()) {
            codes.add(AckCodes.ofSet(finding));
            if (!AckCodes.isOfSet(finding)) {
                bySegment
                        .computeIfAbsent(finding.position(), p -> new ArrayList<>())
                        .add(finding);
            }
        }
        if (codes.isEmpty()) {
            codes.add(AckCodes.ONE_OR_MORE_SEGMENTS_IN_ERROR);
        }
        bySegment.keySet().stream().sorted().forEach(p -> segment(set, bySegment.get(p), segments));
        segments.add(withCodes(List.of("AK5", "R"), codes));
    }

    private static void segment(ExaminedSet set, List<Finding> findings, List<List<String>> segments) {
        String position =
                String.valueOf(findings.get(0).position() - set.set().header().position() + 1);
        for (Finding finding : findings) {
            if (finding.element() == 0) {
                segments.add(List.of("AK3", tag(finding), position, "", AckCodes.ofSegment(finding)));
            }
        }
        List<Finding> elements = findings.stream().filter(f -> f.element() > 0).toList();
        if (!elements.isEmpty()) {
            segments.add(List.of("AK3", tag(elements.get(0)), position, "", AckCodes.SEGMENT_HAS_ELEMENT_ERRORS));
            elements.stream().filter(f -> f.element() <= LAST_ELEMENT).forEach(f -> segments.add(element(f)));
        }
    }

    /** A control character cannot be written. */
    private static String printable(String sent) {
        return CONTROL.matcher(sent).replaceAll("");
    }

    /** AK301 has room for a tag of two or three characters, whatever was sent as one. */
    private static String tag(Finding finding) {
        String copy = printable(finding.tag());
        String tag = copy.substring(0, Math.min(copy.length(), LONGEST_TAG)).strip();
        return tag.length() < SHORTEST_TAG ? NO_TAG : tag;
    }

    private static List<String> element(Finding finding) {
        String position = String.valueOf(finding.element());
        String code = AckCodes.ofElement(finding);
        String copy = printable(finding.text());
        return copy.isEmpty()
                ? List.of("AK4", position, "", code)
                : List.of("AK4", position, "", code, copy.substring(0, Math.min(copy.length(), LONGEST_COPY)));
    }

    private static List<String> trailer(ExaminedGroup group, long accepted) {
        String received = String.valueOf(group.sets().size());
        String said = group.group()
                .trailer()
                .map(ge -> ge.element(1).strip())
                .filter(n -> n.matches("\\d{1,6}"))
                .orElse(received);
        String verdict = accepted == 0 ? "R" : accepted == group.sets().size() ? "A" : "P";
        return withCodes(
                List.of("AK9", verdict, said, received, String.valueOf(accepted)),
                group.findings().stream().map(AckCodes::ofGroup).toList());
    }

    private static List<String> withCodes(List<String> start, Collection<String> codes) {
        List<String> segment = new ArrayList<>(start);
        codes.stream()
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .limit(MOST_CODES)
                .forEach(segment::add);
        return segment;
    }

    /** As it was sent, so that the sender knows it again; but no text is written that fits into no element at all. */
    private static String copied(String text) {
        String whole = printable(text);
        return whole.substring(0, Math.min(whole.length(), LONGEST_COPY));
    }
}
