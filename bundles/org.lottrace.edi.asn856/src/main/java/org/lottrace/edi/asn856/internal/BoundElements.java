package org.lottrace.edi.asn856.internal;

import java.util.Set;

/** Which elements a binding reads of a segment, by their names and, those that are named by it, by their numbers. */
final class BoundElements {
    static final BoundElements NONE = new BoundElements(Set.of());

    private final Set<String> names;
    private final String[] byNumber = new String[SegmentNames.MOST_ELEMENTS + 1];

    /** @param names such as {@code SN102}, {@code LIN_LT}, {@code MEA04-01} */
    BoundElements(Set<String> names) {
        this.names = Set.copyOf(names);
        for (String name : names) {
            int number = SegmentNames.number(name);
            if (number <= SegmentNames.MOST_ELEMENTS) {
                byNumber[number] = name;
            }
        }
    }

    Set<String> names() {
        return names;
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    boolean contains(String name) {
        return names.contains(name);
    }

    /** @return the name of the element with that number; {@code null} when it is not read by its number */
    String name(int number) {
        return number < byNumber.length ? byNumber[number] : null;
    }
}
