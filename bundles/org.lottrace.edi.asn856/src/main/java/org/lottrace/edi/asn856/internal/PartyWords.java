package org.lottrace.edi.asn856.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.edi.SetSegment;

/** A party as people write it: name, number, address and whom to call, with commas between. */
final class PartyWords {
    private static final String GLN_OF_X12 = "UL";
    private static final String GLN_OF_EDIFACT = "9";
    private static final Pattern GLN = Pattern.compile("GLN \\d+");

    private PartyWords() {}

    /** @param loop N1 and what follows of its loop: N2, N3, N4, PER, REF */
    static String of(List<SetSegment> loop) {
        List<String> parts = new ArrayList<>();
        for (SetSegment segment : loop) {
            switch (segment.tag()) {
                case "N1" -> {
                    parts.add(segment.element(2));
                    parts.add(number(segment.element(3), GLN_OF_X12, segment.element(4)));
                }
                case "N2", "N3" -> parts.addAll(List.of(segment.element(1), segment.element(2)));
                case "N4" -> parts.add(blanks(elements(segment, 1, 4)));
                case "PER" -> parts.add(blanks(elements(segment, 2, segment.size())));
                case "REF" -> parts.add(blanks(elements(segment, 1, 3)));
                default -> {
                    // terms of delivery say nothing of who it is
                }
            }
        }
        return joined(parts);
    }

    /** @param nad name and address of EDIFACT */
    static String of(SetSegment nad) {
        List<String> parts = new ArrayList<>();
        parts.add(components(nad, 3));
        parts.add(components(nad, 4));
        parts.add(number(nad.component(2, 3), GLN_OF_EDIFACT, nad.component(2, 1)));
        parts.add(components(nad, 5));
        parts.add(blanks(Stream.of(nad.component(6, 1), components(nad, 7), nad.component(8, 1), nad.component(9, 1))));
        return joined(parts);
    }

    /** @return whether it is only a GLN, which is in a field of the notice when the goods come from there */
    static boolean isGln(String words) {
        return GLN.matcher(words).matches();
    }

    private static String number(String qualifier, String gln, String number) {
        return number.isBlank()
                ? ""
                : (qualifier.equals(gln) ? "GLN " : qualifier.isEmpty() ? "" : qualifier + " ") + number;
    }

    private static Stream<String> elements(SetSegment segment, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(segment::element);
    }

    private static String components(SetSegment segment, int element) {
        return blanks(Stream.of(segment.element(element).split(String.valueOf(SetSegment.COMPONENT))));
    }

    private static String blanks(Stream<String> texts) {
        return texts.map(KeyDataRules::plain).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String joined(List<String> parts) {
        return parts.stream()
                .map(KeyDataRules::plain)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
