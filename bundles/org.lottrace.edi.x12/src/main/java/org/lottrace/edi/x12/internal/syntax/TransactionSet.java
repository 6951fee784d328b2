package org.lottrace.edi.x12.internal.syntax;

import java.util.List;
import java.util.function.Supplier;
import org.lottrace.api.partner.LongList;

/**
 * The segments from ST to SE, or from UNH to UNT. Those of a small file are kept; of a large one only the first and the last are, and the
 * others are read again from its text whenever somebody asks for them, so that a file needs no more memory for having many sets.
 */
public final class TransactionSet {
    private final Segment header;
    private final Segment last;
    private final int size;
    private final boolean isKept;
    private final Supplier<List<Segment>> source;

    private TransactionSet(Segment header, Segment last, int size, boolean isKept, Supplier<List<Segment>> source) {
        this.header = header;
        this.last = last;
        this.size = size;
        this.isKept = isKept;
        this.source = source;
    }

    /** @param segments ST (UNH) first; SE (UNT) last unless it is missing; one or more */
    public static TransactionSet of(List<Segment> segments) {
        List<Segment> kept = List.copyOf(segments);
        return new TransactionSet(kept.get(0), kept.get(kept.size() - 1), kept.size(), true, () -> kept);
    }

    /** @param source reads all its segments, each time with the same result */
    static TransactionSet readAgain(Segment header, Segment last, int size, Supplier<List<Segment>> source) {
        return new TransactionSet(header, last, size, false, source);
    }

    /** @param segments those of a large set, each read when it is asked for */
    static TransactionSet ofLong(Segment header, Segment last, List<Segment> segments) {
        return new TransactionSet(header, last, segments.size(), true, () -> segments);
    }

    /** @return whether it has so many segments that never all of them are in memory */
    public boolean isLong() {
        return isKept && segments() instanceof LongList;
    }

    /** @return whether its segments can be asked for more than once at little cost: they are in memory, or read one by one */
    public boolean isKept() {
        return isKept;
    }

    /** @return the same, {@link #isKept kept}, for who asks for its segments more than once */
    public TransactionSet kept() {
        return isKept ? this : of(segments());
    }

    /** @return in their order, the header first */
    public List<Segment> segments() {
        return source.get();
    }

    /** @return how many segments it has, header and trailer included */
    public int size() {
        return size;
    }

    public Segment header() {
        return header;
    }

    /** @return SE, or the last segment there is when it is missing */
    public Segment last() {
        return last;
    }

    public boolean isClosed() {
        return last.is(isEdifact() ? "UNT" : "SE");
    }

    /** @return whether it is a message of EDIFACT */
    public boolean isEdifact() {
        return header.is("UNH");
    }

    /** @return such as {@code 856} (ST01) or {@code DESADV} (UNH, S009) */
    public String code() {
        return isEdifact() ? header.component(2, 1) : header.element(1).strip();
    }

    /** @return ST02, or the message reference number of UNH */
    public String control() {
        return header.element(isEdifact() ? 1 : 2).strip();
    }

    /** @return directory of an EDIFACT message, such as {@code D96A}; empty for X12, whose groups say the version */
    public String directory() {
        return isEdifact() ? header.component(2, 2) + header.component(2, 3) : "";
    }
}
