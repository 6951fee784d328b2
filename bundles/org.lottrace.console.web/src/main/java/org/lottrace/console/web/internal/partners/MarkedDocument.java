package org.lottrace.console.web.internal.partners;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.violation.Violation;

/**
 * A document with its problems in place.
 *
 * @param lines its segments, in their order
 * @param leftOut how many behind the last line are not shown
 * @param unplaced problems of the document as a whole, or of what cannot be told
 * @param plain the text itself when it has no segments that can be told apart
 */
public record MarkedDocument(List<Line> lines, int leftOut, List<Violation> unplaced, String plain) {
    /** So many segments are shown whether they have problems or not; behind them only those that have. */
    private static final int MOST_SHOWN = 1000;

    private static final int MOST_PLAIN = 20_000;

    /**
     * One segment.
     *
     * @param problems of this segment
     * @param wrong numbers of the elements that have problems
     * @param leftOut how many segments before this one are not shown
     */
    public record Line(Segment segment, List<Violation> problems, Set<Integer> wrong, int leftOut) {}

    /** @return what was checked: the file in which places were counted */
    static MarkedDocument ofFile(String text, List<Violation> problems) {
        List<Segment> segments = Segment.of(text);
        return of(text, segments, problems, new Placement(segments, true));
    }

    /** @return what the log keeps of an interchange */
    static MarkedDocument ofRecord(String text, List<Violation> problems) {
        List<Segment> segments = Segment.of(text);
        return of(text, segments, problems, Placement.of(segments, problems));
    }

    private static MarkedDocument of(
            String text, List<Segment> segments, List<Violation> problems, Placement placement) {
        Map<Integer, List<Violation>> byPosition = new HashMap<>();
        Map<Integer, Set<Integer>> wrong = new HashMap<>();
        List<Violation> unplaced = new ArrayList<>();
        for (Violation problem : problems) {
            Optional<Placement.Place> place = placement.of(problem);
            if (place.isPresent()) {
                int position = place.get().position();
                byPosition
                        .computeIfAbsent(position, ignored -> new ArrayList<>())
                        .add(problem);
                wrong.computeIfAbsent(position, ignored -> new HashSet<>())
                        .add(place.get().element());
            } else {
                unplaced.add(problem);
            }
        }
        List<Line> lines = new ArrayList<>();
        int leftOut = 0;
        for (Segment segment : segments) {
            List<Violation> its = byPosition.getOrDefault(segment.position(), List.of());
            if (segment.position() <= MOST_SHOWN || !its.isEmpty()) {
                lines.add(new Line(segment, its, wrong.getOrDefault(segment.position(), Set.of()), leftOut));
                leftOut = 0;
            } else {
                leftOut++;
            }
        }
        return new MarkedDocument(lines, leftOut, unplaced, segments.isEmpty() ? start(text) : "");
    }

    private static String start(String text) {
        return text.substring(0, Math.min(MOST_PLAIN, text.length()));
    }
}
