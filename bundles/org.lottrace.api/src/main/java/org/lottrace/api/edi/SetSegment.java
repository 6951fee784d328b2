package org.lottrace.api.edi;

import java.util.List;
import java.util.Objects;

/**
 * A segment of a transaction set whose form was checked.
 *
 * @param position within the set, 1 for ST
 * @param loop name of the innermost loop of the schema it stands in, such as {@code PARTY}; empty outside of any
 * @param opens whether it is the first segment of that loop
 * @param elements the tag, then the elements; the components of an element stand between {@link #COMPONENT} characters
 */
public record SetSegment(int position, String loop, boolean opens, List<String> elements) {
    /** Between the components of an element, whatever the sender writes there; no data can hold it. */
    public static final char COMPONENT = '\u001F';

    public SetSegment {
        Objects.requireNonNull(loop);
        elements = List.copyOf(elements);
    }

    public String tag() {
        return elements.get(0);
    }

    public boolean is(String tag) {
        return tag().equals(tag);
    }

    /** @return how many elements there are behind the tag */
    public int size() {
        return elements.size() - 1;
    }

    /** @return the element with that number without spaces around it, 1 for the first behind the tag; empty when it was not sent */
    public String element(int number) {
        return number < elements.size() ? strip(elements.get(number)) : "";
    }

    /** Java takes the separator of components for a space, but it says which component is empty. */
    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c != COMPONENT && Character.isWhitespace(c);
    }

    /** @return the component with that number, 1 for the first; empty when it was not sent */
    public String component(int element, int number) {
        String text = element(element);
        int from = 0;
        for (int i = 1; i < number; i++) {
            from = text.indexOf(COMPONENT, from) + 1;
            if (from == 0) {
                return "";
            }
        }
        int to = text.indexOf(COMPONENT, from);
        return text.substring(from, to < 0 ? text.length() : to).strip();
    }
}
