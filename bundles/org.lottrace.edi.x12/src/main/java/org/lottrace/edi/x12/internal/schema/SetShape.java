package org.lottrace.edi.x12.internal.schema;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.partner.LongList;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/** In which loops the segments of a set stand that was checked, so that it can be read again without being checked again. */
public final class SetShape {
    private final char component;
    private final String[] loops;
    private int size;
    private final BitSet opens = new BitSet();
    /** By index, where they are not those of the file. */
    private final Map<Integer, List<String>> elements = new HashMap<>();

    /**
     * @param set without findings
     * @param component the separator of components it came with
     * @param read its segments, each of them
     */
    public SetShape(TransactionSet set, char component, List<SetSegment> read) {
        this.component = component;
        this.loops = new String[read.size()];
        List<Segment> segments = set.segments();
        for (SetSegment segment : read) {
            boolean isAsSent =
                    SetCheck.plain(segments.get(size).elements(), component).equals(segment.elements());
            add(segment.loop(), segment.opens(), isAsSent ? Optional.empty() : Optional.of(segment.elements()));
        }
    }

    /** Of a large set, whose segments are added one by one. */
    SetShape(char component, int most) {
        this.component = component;
        this.loops = new String[most];
    }

    /** @param otherwise its elements, where they are not those of the file */
    void add(String loop, boolean isFirst, Optional<List<String>> otherwise) {
        loops[size] = loop;
        opens.set(size, isFirst);
        otherwise.ifPresent(texts -> elements.put(size, texts));
        size++;
    }

    int size() {
        return size;
    }

    /**
     * @param set the same set
     * @return its segments as they were read
     */
    public List<SetSegment> segments(TransactionSet set) {
        List<Segment> segments = set.segments();
        if (set.isLong()) {
            return LongList.of(size, i -> segment(segments, i));
        }
        List<SetSegment> read = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            read.add(segment(segments, i));
        }
        return read;
    }

    private SetSegment segment(List<Segment> segments, int i) {
        List<String> texts = elements.get(i);
        return new SetSegment(
                i + 1,
                loops[i],
                opens.get(i),
                texts == null ? SetCheck.plain(segments.get(i).elements(), component) : texts);
    }
}
