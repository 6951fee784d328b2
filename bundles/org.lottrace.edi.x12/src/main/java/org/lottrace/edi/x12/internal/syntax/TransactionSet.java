package org.lottrace.edi.x12.internal.syntax;

import java.util.List;

/**
 * The segments from ST to SE, or from UNH to UNT.
 *
 * @param segments ST (UNH) first; SE (UNT) last unless it is missing
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
        return last().is(isEdifact() ? "UNT" : "SE");
    }

    /** @return whether it is a message of EDIFACT */
    public boolean isEdifact() {
        return header().is("UNH");
    }

    /** @return such as {@code 856} (ST01) or {@code DESADV} (UNH, S009) */
    public String code() {
        return isEdifact() ? header().component(2, 1) : header().element(1).strip();
    }

    /** @return ST02, or the message reference number of UNH */
    public String control() {
        return header().element(isEdifact() ? 1 : 2).strip();
    }

    /** @return directory of an EDIFACT message, such as {@code D96A}; empty for X12, whose groups say the version */
    public String directory() {
        return isEdifact() ? header().component(2, 2) + header().component(2, 3) : "";
    }
}
