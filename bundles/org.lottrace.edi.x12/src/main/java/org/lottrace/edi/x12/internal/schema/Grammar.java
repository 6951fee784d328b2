package org.lottrace.edi.x12.internal.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema file says of a transaction set, as tables: which segments may stand where, what they are made of, and which
 * segments a level must have.
 *
 * @param set the transaction set as its outermost loop
 * @param segments by tag
 * @param levels by HL03
 */
public record Grammar(Loop set, Map<String, SegmentForm> segments, Map<String, LevelForm> levels) {
    public Grammar {
        segments = Map.copyOf(segments);
        levels = Map.copyOf(levels);
    }

    /**
     * A segment or a loop at its place.
     *
     * @param tag of the segment, or of the first segment of the loop
     * @param loop absent for a segment
     */
    record Place(String tag, int least, int most, Optional<Loop> loop) {}

    /** Places in their order, and where each tag can stand. */
    static final class Loop {
        private final String name;
        private final List<Place> places;
        private final Map<String, int[]> at = new HashMap<>();

        Loop(String name, List<Place> places) {
            this.name = name;
            this.places = List.copyOf(places);
            Map<String, List<Integer>> found = new HashMap<>();
            for (int i = 0; i < places.size(); i++) {
                found.computeIfAbsent(places.get(i).tag(), tag -> new ArrayList<>())
                        .add(i);
            }
            found.forEach((tag, indexes) ->
                    at.put(tag, indexes.stream().mapToInt(Integer::intValue).toArray()));
        }

        String name() {
            return name;
        }

        List<Place> places() {
            return places;
        }

        /** @return the first place from that index on where the tag can stand, or -1 */
        int find(String tag, int from) {
            for (int index : at.getOrDefault(tag, NOWHERE)) {
                if (index >= from) {
                    return index;
                }
            }
            return -1;
        }

        private static final int[] NOWHERE = {};
    }

    /**
     * A kind of level.
     *
     * @param name such as {@code ITEM}
     * @param required tags of the segments it must have
     */
    record LevelForm(String name, Set<String> required) {}
}
