package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.regex.Pattern;
import org.lottrace.api.edi.SetSegment;

/** A party as people write it: name, number, address and whom to call, with commas between. */
final class PartyWords {
    private static final String GLN_OF_X12 = "UL";
    private static final String GLN_OF_EDIFACT = "9";
    private static final Pattern GLN = Pattern.compile("GLN \\d+");

    private PartyWords() {}

    /** @param loop N1 and what follows of its loop: N2, N3, N4, PER, REF */
    static String of(List<SetSegment> loop) {
        StringBuilder words = new StringBuilder();
        for (SetSegment segment : loop) {
            switch (segment.tag()) {
                case "N1" -> {
                    add(words, segment.element(2));
                    add(words, number(segment.element(3), GLN_OF_X12, segment.element(4)));
                }
                case "N2", "N3" -> {
                    add(words, segment.element(1));
                    add(words, segment.element(2));
                }
                case "N4" -> add(words, elements(segment, 1, 4));
                case "PER" -> add(words, elements(segment, 2, segment.size()));
                case "REF" -> add(words, elements(segment, 1, 3));
                default -> {
                    // terms of delivery say nothing of who it is
                }
            }
        }
        return words.toString();
    }

    /** @param nad name and address of EDIFACT */
    static String of(SetSegment nad) {
        StringBuilder words = new StringBuilder();
        add(words, nad.element(3));
        add(words, nad.element(4));
        add(words, number(nad.component(2, 3), GLN_OF_EDIFACT, nad.component(2, 1)));
        add(words, nad.element(5));
        add(words, elements(nad, 6, 9));
        return words.toString();
    }

    /** With a comma before it, unless it is the first. */
    private static void add(StringBuilder words, String part) {
        String plain = KeyDataRules.plain(part);
        if (!plain.isEmpty()) {
            words.append(words.length() == 0 ? "" : ", ").append(plain);
        }
    }

    private static String elements(SetSegment segment, int first, int last) {
        StringBuilder words = new StringBuilder();
        for (int i = first; i <= last; i++) {
            String plain = KeyDataRules.plain(segment.element(i));
            if (!plain.isEmpty()) {
                words.append(words.length() == 0 ? "" : " ").append(plain);
            }
        }
        return words.toString();
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
}
