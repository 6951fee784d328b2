package org.lottrace.edi.x12.internal.schema;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.edi.x12.internal.syntax.Segment;
import org.lottrace.edi.x12.internal.syntax.TransactionSet;

/** In which loops the segments of a set stand that was checked, so that it can be read again without being checked again. */
public final class SetShape {
    private final char component;
    private final String[] loops;
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
        for (int i = 0; i < loops.length; i++) {
            SetSegment segment = read.get(i);
            loops[i] = segment.loop();
            opens.set(i, segment.opens());
            if (!SetCheck.plain(segments.get(i).elements(), component).equals(segment.elements())) {
                elements.put(i, segment.elements());
            }
        }
    }

    /**
     * @param set the same set
     * @return its segments as they were read
     */
    public List<SetSegment> segments(TransactionSet set) {
        List<Segment> segments = set.segments();
        List<SetSegment> read = new ArrayList<>(loops.length);
        for (int i = 0; i < loops.length; i++) {
            List<String> texts = elements.get(i);
            read.add(new SetSegment(
                    i + 1,
                    loops[i],
                    opens.get(i),
                    texts == null ? SetCheck.plain(segments.get(i).elements(), component) : texts));
        }
        return read;
    }
}
