package org.lottrace.edi.asn856.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Which elements a binding reads of a segment, by their names and, those that are named by it, by their numbers or qualifiers. */
final class BoundElements {
    static final BoundElements NONE = new BoundElements("", Set.of());

    private final String segment;
    private final Set<String> names;
    private final Map<String, String> byQualifier = new HashMap<>();
    private final String[] byNumber = new String[SegmentNames.MOST_ELEMENTS + 1];

    /**
     * @param segment its name, such as {@code LIN} or {@code DTM_036}
     * @param names such as {@code SN102}, {@code LIN_LT}, {@code MEA04-01}
     */
    BoundElements(String segment, Set<String> names) {
        this.segment = segment;
        this.names = Set.copyOf(names);
        for (String name : names) {
            int number = SegmentNames.number(name);
            if (number <= SegmentNames.MOST_ELEMENTS) {
                byNumber[number] = name;
            }
            String prefix = segment + SegmentNames.SEPARATOR;
            if (name.startsWith(prefix) && SegmentNames.isQualifier(name.substring(prefix.length()))) {
                byQualifier.put(name.substring(prefix.length()), name);
            }
        }
    }

    /** @return name of the segment */
    String segment() {
        return segment;
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

    /** @return the name of the number with that qualifier, of LIN and PIA; {@code null} when it is not read by its qualifier */
    String pair(String qualifier) {
        return byQualifier.get(qualifier);
    }
}
