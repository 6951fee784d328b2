package org.lottrace.edi.x12.internal.syntax;

import java.util.List;

/**
 * The segments from ST to SE.
 *
 * @param segments ST first; SE last unless it is missing
 */
public record TransactionSet(List<Segment> segments) {
    public TransactionSet {
        segments = List.copyOf(segments);
    }

    public Segment header() {
        return segments.get(0);
    }

    /** @return SE, or the last segment there is when it is missing */
    public Segment last() {
        return segments.get(segments.size() - 1);
    }

    public boolean isClosed() {
        return last().is("SE");
    }

    /** @return such as {@code 856} (ST01) */
    public String code() {
        return header().element(1).strip();
    }

    /** @return ST02 */
    public String control() {
        return header().element(2).strip();
    }
}
