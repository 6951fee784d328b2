package org.lottrace.edi.x12.internal.syntax;

import java.util.List;
import org.lottrace.api.edi.SetSegment;

/** One segment as it stands in a file. It is taken apart when somebody asks for more than its tag. */
public final class Segment {
    /** Each element that was not sent, so that it costs no memory. */
    private static final String EMPTY = "";

    private final int position;
    private final String text;
    private final char separator;
    private List<String> elements;

    private Segment(int position, String text, char separator, List<String> elements) {
        this.position = position;
        this.text = text;
        this.separator = separator;
        this.elements = elements;
    }

    /**
     * @param position 1 for the first segment of the file
     * @param elements the tag, then the elements as written; an element of several components is one text; those
     *     of EDIFACT stand between {@link SetSegment#COMPONENT} characters, without release characters
     */
    public Segment(int position, List<String> elements) {
        this(position, elements.get(0), ' ', List.copyOf(elements));
    }

    /** @param text with the tag and all elements, between separators */
    static Segment of(int position, String text, char separator) {
        return new Segment(position, text, separator, null);
    }

    /** @return 1 for the first segment of the file */
    public int position() {
        return position;
    }

    /** @return the tag, then the elements as written */
    public List<String> elements() {
        if (elements == null) {
            elements = split(text, separator);
        }
        return elements;
    }

    private static List<String> split(String segment, char separator) {
        String[] parts = new String[number(segment, separator) + 1];
        int from = 0;
        for (int i = 0; i < parts.length - 1; i++) {
            int at = segment.indexOf(separator, from);
            parts[i] = from == at ? EMPTY : RepeatedTexts.of(segment, from, at);
            from = at + 1;
        }
        parts[parts.length - 1] = RepeatedTexts.of(segment, from, segment.length());
        return List.of(parts);
    }

    private static int number(String text, char of) {
        int number = 0;
        for (int at = text.indexOf(of); at >= 0; at = text.indexOf(of, at + 1)) {
            number++;
        }
        return number;
    }

    public String tag() {
        if (elements != null) {
            return elements.get(0);
        }
        int end = text.indexOf(separator);
        return end < 0 ? text : text.substring(0, end);
    }

    public boolean is(String tag) {
        return tag().equals(tag);
    }

    /** @return the element with that number, 1 for the first behind the tag; empty when it was not sent */
    public String element(int number) {
        return number < elements().size() ? elements().get(number) : "";
    }

    /** @return the component with that number of an EDIFACT element, 1 for the first; empty when it was not sent */
    public String component(int element, int number) {
        String[] components = element(element).split(String.valueOf(SetSegment.COMPONENT), -1);
        return number <= components.length ? components[number - 1].strip() : "";
    }

    /** @return how many elements there are behind the tag */
    public int size() {
        return elements().size() - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Segment segment
                && position == segment.position
                && elements().equals(segment.elements());
    }

    @Override
    public int hashCode() {
        return 31 * position + elements().hashCode();
    }

    @Override
    public String toString() {
        return position + " " + elements();
    }
}
