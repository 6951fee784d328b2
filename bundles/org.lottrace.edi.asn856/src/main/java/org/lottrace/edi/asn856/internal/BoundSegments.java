package org.lottrace.edi.asn856.internal;

import java.util.HashMap;
import java.util.Map;
import org.lottrace.api.edi.SetSegment;

/** What a binding reads of the segments of one kind of level. They are found without a name being put together for each that comes. */
final class BoundSegments {
    static final BoundSegments NONE = new BoundSegments(Map.of());

    private final Map<String, BoundElements> byName;
    /** By tag, then qualifier or an empty one. */
    private final Map<String, Map<String, BoundElements>> byTag = new HashMap<>();

    /** @param byName such as {@code LIN} or {@code DTM_036} */
    BoundSegments(Map<String, BoundElements> byName) {
        this.byName = Map.copyOf(byName);
        byName.forEach((name, elements) -> {
            int end = name.indexOf(SegmentNames.SEPARATOR);
            byTag.computeIfAbsent(end < 0 ? name : name.substring(0, end), tag -> new HashMap<>())
                    .put(end < 0 ? "" : name.substring(end + 1), elements);
        });
    }

    /** @return what is read of the segment with that name; {@link BoundElements#NONE} when it is nothing */
    BoundElements of(String name) {
        return byName.getOrDefault(name, BoundElements.NONE);
    }

    /** @return what is read of the segment; {@link BoundElements#NONE} when it is nothing */
    BoundElements of(SetSegment segment) {
        Map<String, BoundElements> ofTag = byTag.get(segment.tag());
        return ofTag == null
                ? BoundElements.NONE
                : ofTag.getOrDefault(SegmentNames.qualifier(segment), BoundElements.NONE);
    }
}
