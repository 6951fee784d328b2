package org.lottrace.edi.x12.internal.syntax;

/** Counts what a file holds, before memory is spent on it. */
final class FileCount {
    private final FileLimits limits;
    private int interchanges;
    private int groupsAndSets;
    private int segments;
    private int elements;

    FileCount(FileLimits limits) {
        this.limits = limits;
    }

    /** The file holds more than it may; the message names what. */
    static final class TooMuchException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuchException(String what, int limit) {
            super("the file holds more than " + limit + " " + what);
        }
    }

    /** @throws TooMuchException if there are too many, as with each of these methods */
    void segment(String text, char separator) {
        segment();
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
            element();
        }
    }

    /** A segment whose elements are counted as they come. */
    void segment() {
        segments = counted(segments + 1, limits.segments(), "segments");
        elements++;
    }

    void element() {
        elements = counted(elements + 1, limits.elements(), "elements");
    }

    void interchange() {
        interchanges = counted(interchanges + 1, limits.interchanges(), "interchanges");
    }

    void groupOrSet() {
        groupsAndSets = counted(groupsAndSets + 1, limits.groupsAndSets(), "groups and transaction sets");
    }

    /** @param segments of the set that is being read */
    void ofSet(int segments) {
        counted(segments, limits.segmentsOfSet(), "segments in one transaction set");
    }

    private static int counted(int count, int limit, String what) {
        if (count > limit) {
            throw new TooMuchException(what, limit);
        }
        return count;
    }
}
