package org.lottrace.console.web.internal.partners;

import java.util.ArrayList;
import java.util.List;

/**
 * One segment of an X12 document as it is shown.
 *
 * @param position in the document, 1 for the first
 * @param tag such as {@code LIN}
 * @param elements behind the tag, components together; the first is element 1
 * @param separator between elements
 */
public record Segment(int position, String tag, List<String> elements, String separator) {
    private static final int ISA_LENGTH = 106;
    private static final int ELEMENT_SEPARATOR = 3;

    public Segment {
        elements = List.copyOf(elements);
    }

    /** @return what stands there, empty when there is no such element */
    public String element(int number) {
        return number >= 1 && number <= elements.size() ? elements.get(number - 1) : "";
    }

    /** @return the segments of a document that begins with a whole ISA; what does not has none: then it is shown line by line */
    static List<Segment> of(String text) {
        String document = text.stripLeading();
        if (!document.startsWith("ISA") || document.length() < ISA_LENGTH) {
            return List.of();
        }
        String separator = String.valueOf(document.charAt(ELEMENT_SEPARATOR));
        char end = document.charAt(ISA_LENGTH - 1);
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        while (from < document.length()) {
            int to = document.indexOf(end, from);
            String segment = document.substring(from, to < 0 ? document.length() : to);
            from = to < 0 ? document.length() : to + 1;
            String plain = segment.replaceAll("[\r\n]", "");
            if (!plain.isBlank()) {
                List<String> parts = List.of(plain.split(java.util.regex.Pattern.quote(separator), -1));
                segments.add(new Segment(segments.size() + 1, parts.get(0), parts.subList(1, parts.size()), separator));
            }
        }
        return segments;
    }
}
