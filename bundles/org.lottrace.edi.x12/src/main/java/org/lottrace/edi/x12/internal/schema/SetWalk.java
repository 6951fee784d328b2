package org.lottrace.edi.x12.internal.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lottrace.edi.x12.internal.schema.Grammar.Loop;
import org.lottrace.edi.x12.internal.schema.Grammar.Place;

/**
 * Goes through the places of a grammar with the segments of a set. A segment that fits nowhere leaves it where it is, so that one
 * fault does not make others of everything behind it.
 */
final class SetWalk {
    private final Grammar grammar;
    private final List<Stand> stands = new ArrayList<>();

    /** Where the walk is within a loop, and how often it was there. */
    private static final class Stand {
        private final Loop loop;
        private int at;
        private int times;

        Stand(Loop loop, int times) {
            this.loop = loop;
            this.times = times;
        }
    }

    /**
     * Where a segment came to stand.
     *
     * @param fault code of what is wrong with its place; absent when it has one
     * @param loop name of the loop; that it would belong to when its place is wrong
     * @param opens whether it began that loop
     * @param missing tags that must stand before it and do not
     */
    record Step(Optional<String> fault, String loop, boolean opens, List<String> missing) {}

    SetWalk(Grammar grammar) {
        this.grammar = grammar;
        stands.add(new Stand(grammar.set(), 0));
    }

    Step next(String tag) {
        Optional<Place> full = Optional.empty();
        for (int depth = stands.size() - 1; depth >= 0; depth--) {
            Stand stand = stands.get(depth);
            int index = stand.loop.find(tag, stand.at);
            if (index == stand.at
                    && stand.times >= stand.loop.places().get(index).most()) {
                full = Optional.of(stand.loop.places().get(index));
                index = stand.loop.find(tag, index + 1);
            }
            if (index >= 0) {
                return stepTo(depth, index);
            }
        }
        return new Step(Optional.of(fault(tag, full)), loopFor(tag), false, List.of());
    }

    /** @return tags that must still come */
    List<String> end() {
        List<String> missing = new ArrayList<>();
        missingBehind(0, stands.get(0).loop.places().size(), missing);
        return missing;
    }

    private Step stepTo(int depth, int index) {
        List<String> missing = new ArrayList<>();
        missingBehind(depth, index, missing);
        stands.subList(depth + 1, stands.size()).clear();
        Stand stand = stands.get(depth);
        stand.times = index == stand.at ? stand.times + 1 : 1;
        stand.at = index;
        Optional<Loop> opened = stand.loop.places().get(index).loop();
        opened.ifPresent(loop -> stands.add(new Stand(loop, 1)));
        return new Step(Optional.empty(), stands.get(stands.size() - 1).loop.name(), opened.isPresent(), missing);
    }

    /** What the loops below the depth, and this one up to the index, still lack. */
    private void missingBehind(int depth, int index, List<String> missing) {
        for (int d = stands.size() - 1; d >= depth; d--) {
            Stand stand = stands.get(d);
            List<Place> places = stand.loop.places();
            int end = d == depth ? index : places.size();
            for (int i = stand.at; i < end; i++) {
                int times = i == stand.at ? stand.times : 0;
                if (times < places.get(i).least()) {
                    missing.add(places.get(i).tag());
                }
            }
        }
    }

    private String fault(String tag, Optional<Place> full) {
        if (full.isPresent()) {
            return full.get().loop().isPresent() ? "LOOP_OCCURS_OVER_MAXIMUM_TIMES" : "SEGMENT_EXCEEDS_MAXIMUM_USE";
        }
        if (!grammar.segments().containsKey(tag)) {
            return "SEGMENT_NOT_IN_DEFINED_TRANSACTION_SET";
        }
        return stands.stream().anyMatch(stand -> stand.loop.find(tag, 0) >= 0)
                ? "SEGMENT_NOT_IN_PROPER_SEQUENCE"
                : "UNEXPECTED_SEGMENT";
    }

    private String loopFor(String tag) {
        for (int depth = stands.size() - 1; depth > 0; depth--) {
            if (stands.get(depth).loop.find(tag, 0) >= 0) {
                return stands.get(depth).loop.name();
            }
        }
        return stands.get(Math.min(1, stands.size() - 1)).loop.name();
    }
}
