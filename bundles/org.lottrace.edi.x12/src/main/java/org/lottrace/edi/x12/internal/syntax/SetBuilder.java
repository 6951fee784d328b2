package org.lottrace.edi.x12.internal.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Collects the segments of one set after the other, and keeps them in memory only as long as there are few in the file. Of a set that has
 * too many by itself never more than one is.
 */
final class SetBuilder {
    /** Some 10 MB of memory; a file of half a megabyte has so many. */
    private static final int MOST_KEPT = 20_000;

    private static final int FEW = 64;

    private final SegmentSource source;
    private final FileCount count;
    private final List<Segment> segments = new ArrayList<>();
    private int[] offsets = new int[FEW];
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
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
        }
        offsets[size++] = offset;
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
        TransactionSet set = isKept ? TransactionSet.of(segments) : readAgain();
        kept += isKept ? size : 0;
        segments.clear();
        size = 0;
        offsets = new int[FEW];
        return set;
    }

    private TransactionSet readAgain() {
        Optional<List<Segment>> each = size > MOST_KEPT
                ? source.eachAgain(Arrays.copyOf(offsets, size), to, header.position())
                : Optional.empty();
        return each.map(segmentsOfIt -> TransactionSet.ofLong(header, last, segmentsOfIt))
                .orElseGet(
                        () -> TransactionSet.readAgain(header, last, size, source.again(from, to, header.position())));
    }
}
