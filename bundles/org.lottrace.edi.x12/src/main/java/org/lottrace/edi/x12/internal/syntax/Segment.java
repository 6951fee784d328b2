package org.lottrace.edi.x12.internal.syntax;

import java.util.List;
import org.lottrace.api.edi.SetSegment;

/**
 * One segment as it stands in a file.
 *
 * @param position 1 for the first segment of the file
 * @param elements the tag, then the elements as written; an element of several components is one text; those
 *     of EDIFACT stand between {@link SetSegment#COMPONENT} characters, without release characters
 */
public record Segment(int position, List<String> elements) {
    public Segment {
        elements = List.copyOf(elements);
    }

    public String tag() {
        return elements.get(0);
    }

    public boolean is(String tag) {
        return tag().equals(tag);
    }

    /** @return the element with that number, 1 for the first behind the tag; empty when it was not sent */
    public String element(int number) {
        return number < elements.size() ? elements.get(number) : "";
    }

    /** @return the component with that number of an EDIFACT element, 1 for the first; empty when it was not sent */
    public String component(int element, int number) {
        String[] components = element(element).split(String.valueOf(SetSegment.COMPONENT), -1);
        return number <= components.length ? components[number - 1].strip() : "";
    }

    /** @return how many elements there are behind the tag */
    public int size() {
        return elements.size() - 1;
    }
}
