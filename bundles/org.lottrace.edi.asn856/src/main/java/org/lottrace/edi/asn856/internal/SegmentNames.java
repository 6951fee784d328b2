package org.lottrace.edi.asn856.internal;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lottrace.api.edi.SetSegment;

/** How segments and elements are called in the paths of a binding; the words are explained in {@code edi-mappings/README.md}. */
final class SegmentNames {
    static final String LOOPS = "urn:xlate.io:staedi:names:loops";
    static final String SEGMENTS = "urn:xlate.io:staedi:names:segments";
    static final String ELEMENTS = "urn:xlate.io:staedi:names:elements";
    /** LIN02, the first qualifier. */
    static final int FIRST_PAIR = 2;

    private static final Set<String> QUALIFIED = Set.of("REF", "DTM", "MAN", "RFF", "QTY", "GIN", "CNT", "TDT");
    /** Between tag and qualifier. */
    static final char SEPARATOR = '_';

    private static final int LONGEST_QUALIFIER = 3;
    private static final Pattern NUMBERED = Pattern.compile("[A-Z][A-Z0-9]{1,2}(\\d\\d)");
    /** No segment has more. */
    static final int MOST_ELEMENTS = 99;

    private static final String[] NUMBERS = numbers();

    private SegmentNames() {}

    /** @return the tag; with the qualifier behind it where that tells what the segment holds */
    static String of(SetSegment segment) {
        String qualifier = qualifier(segment);
        return qualifier.isEmpty() ? segment.tag() : segment.tag() + SEPARATOR + qualifier;
    }

    /** @return what stands behind the tag in the name; empty when nothing does */
    static String qualifier(SetSegment segment) {
        if (!QUALIFIED.contains(segment.tag())) {
            return "";
        }
        String qualifier = segment.component(1, 1);
        return isQualifier(qualifier) ? qualifier : "";
    }

    /** @return whether both have the same name */
    static boolean areAlike(SetSegment one, SetSegment other) {
        return one.is(other.tag()) && qualifier(one).equals(qualifier(other));
    }

    /** @return numbers of the elements of EDIFACT that name a product (C212) */
    static int[] products(String tag) {
        return switch (tag) {
            case "LIN" -> new int[] {3};
            case "PIA" -> new int[] {2, 3, 4, 5, 6};
            default -> new int[0];
        };
    }

    /** @return such as {@code SN102} */
    static String element(String tag, int number) {
        return tag + (number < NUMBERS.length ? NUMBERS[number] : String.valueOf(number));
    }

    /** @return 2 for {@code SN102}; 0 for a name that does not end with the number of an element */
    static int number(String name) {
        Matcher matcher = NUMBERED.matcher(name);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** @return such as {@code MEA04-01} */
    static String component(String tag, int number, int component) {
        return element(tag, number) + "-" + NUMBERS[component % NUMBERS.length];
    }

    /** @return true when the text can be part of a name */
    static boolean isQualifier(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 'A' || c > 'Z') && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_QUALIFIER;
    }

    private static String[] numbers() {
        String[] numbers = new String[MOST_ELEMENTS + 1];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = String.format("%02d", i);
        }
        return numbers;
    }
}
