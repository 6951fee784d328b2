package org.lottrace.edi.x12.internal.syntax;

import java.util.ArrayList;
import java.util.List;

/** Collects the segments of one set after the other, and keeps them in memory only as long as there are few in the file. */
final class SetBuilder {
    /** Some 10 MB of memory; a file of half a megabyte has so many. */
    private static final int MOST_KEPT = 20_000;

    private final SegmentSource source;
    private final FileCount count;
    private final List<Segment> segments = new ArrayList<>();
    private Segment header;
    private Segment last;
    private int from;
    private int to;
    private int size;
    private int kept;

    SetBuilder(SegmentSource source, FileCount count) {
        this.source = source;
        this.count = count;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /**
     * @param offset of the segment in the file
     * @param end where it ends
     * @throws FileCount.TooMuchException if the set has more than one may have
     */
    void add(Segment segment, int offset, int end) {
        if (isEmpty()) {
            header = segment;
            from = offset;
        }
        last = segment;
        to = end;
        size++;
        count.ofSet(size);
        if (kept + size <= MOST_KEPT) {
            segments.add(segment);
        } else {
            segments.clear();
        }
    }

    /** @return the set that was collected; the next one can begin */
    TransactionSet end() {
        boolean isKept = kept + size <= MOST_KEPT;
        TransactionSet set = isKept
                ? TransactionSet.of(segments)
                : TransactionSet.readAgain(header, last, size, source.again(from, to, header.position()));
        kept += isKept ? size : 0;
        segments.clear();
        size = 0;
        return set;
    }
}
