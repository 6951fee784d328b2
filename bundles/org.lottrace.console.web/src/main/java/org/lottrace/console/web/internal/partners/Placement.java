package org.lottrace.console.web.internal.partners;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lottrace.api.violation.Violation;

/**
 * Finds the segment a problem is about. The log keeps where it was as a text for people, so that text is read here: a place in the
 * file or in a set, or a level of the hierarchy. A place that does not hold the segment that is named is not believed.
 */
final class Placement {
    private static final Pattern SET = Pattern.compile("(?:group \\S+ / )?set (\\S+)(?: / (.*))?");
    private static final Pattern POSITION =
            Pattern.compile("([0-9]{1,9}) / ([A-Z][A-Z0-9]{1,2})(?: / ([0-9]{1,3})(?::[0-9]+)?)?");
    private static final Pattern LEVEL = Pattern.compile("HL (\\S+)(?: / (.*))?");
    private static final Pattern SEGMENT =
            Pattern.compile("([A-Z][A-Z0-9]{1,2}?)([0-9]{2})?(?: / ([0-9]{1,3}).*| .*)?");

    private final List<Segment> segments;
    private final boolean isFile;

    /**
     * @param isFile the document is all of the file in which places were counted. Then a segment that is named and does not stand at its
     *     place is one that is missing there
     */
    Placement(List<Segment> segments, boolean isFile) {
        this.segments = segments;
        this.isFile = isFile;
    }

    /** As a record of the log has it: the interchange may have come behind another one in its file. Places that fit show that it has not. */
    static Placement of(List<Segment> segments, List<Violation> problems) {
        Placement strict = new Placement(segments, false);
        List<String> placed = problems.stream()
                .map(problem -> problem.path().toString())
                .filter(path -> POSITION.matcher(path).matches())
                .toList();
        boolean isFirst =
                placed.stream().anyMatch(path -> strict.atPosition(path, 0).isPresent())
                        && placed.stream()
                                .filter(path -> path.matches(".* / [0-9:]+"))
                                .allMatch(path -> strict.atPosition(path, 0).isPresent());
        return new Placement(segments, isFirst);
    }

    /**
     * @param position of the segment
     * @param element 0 when the segment as a whole is meant
     */
    record Place(int position, int element) {}

    Optional<Place> of(Violation problem) {
        String path = problem.path().toString();
        Matcher set = SET.matcher(path);
        return set.matches() ? inSet(set.group(1), text(set.group(2))) : atPosition(path, 0);
    }

    private Optional<Place> inSet(String control, String rest) {
        Optional<Segment> start = segments.stream()
                .filter(segment ->
                        segment.tag().equals("ST") && segment.element(2).strip().equals(control))
                .findFirst();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        int first = start.get().position();
        int last = end(first, "SE");
        Matcher level = LEVEL.matcher(rest);
        if (level.matches()) {
            return inLevel(first, last, level.group(1), text(level.group(2)));
        }
        return atPosition(rest, first - 1)
                .or(() -> named(first, last, rest))
                .or(() -> Optional.of(new Place(first, 0)));
    }

    private Optional<Place> inLevel(int from, int to, String id, String rest) {
        return segments.subList(from - 1, to).stream()
                .filter(segment ->
                        segment.tag().equals("HL") && segment.element(1).strip().equals(id))
                .findFirst()
                .map(level -> named(level.position(), Math.min(to, end(level.position() + 1, "HL") - 1), rest)
                        .orElse(new Place(level.position(), 0)));
    }

    private Optional<Place> atPosition(String path, int before) {
        Matcher where = POSITION.matcher(path);
        if (!where.matches()) {
            return Optional.empty();
        }
        int position = before + Integer.parseInt(where.group(1));
        if (position < 1 || position > segments.size()) {
            return Optional.empty();
        }
        boolean isThere = segments.get(position - 1).tag().equals(where.group(2));
        boolean isMissing = isFile && where.group(3) == null;
        return isThere || isMissing ? Optional.of(new Place(position, number(where.group(3)))) : Optional.empty();
    }

    /** A segment by its tag, as {@code LIN}, {@code SN102} or {@code MAN GM}. */
    private Optional<Place> named(int from, int to, String path) {
        Matcher named = SEGMENT.matcher(path);
        if (!named.matches()) {
            return Optional.empty();
        }
        String element = named.group(2) == null ? named.group(3) : named.group(2);
        return segments.subList(from - 1, Math.max(from - 1, to)).stream()
                .filter(segment -> segment.tag().equals(named.group(1)))
                .findFirst()
                .map(segment -> new Place(segment.position(), number(element)));
    }

    /** @return the position of the next segment with that tag, or of the last one of all */
    private int end(int from, String tag) {
        return segments.stream()
                .filter(segment -> segment.position() >= from && segment.tag().equals(tag))
                .map(Segment::position)
                .findFirst()
                .orElse(segments.size());
    }

    private static String text(String group) {
        return group == null ? "" : group;
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
