package org.lottrace.edi.asn856.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.partner.LongList;
import org.lottrace.edi.asn856.internal.SetLevels.Node;

/** The levels of an 856 that is too large for memory: where each begins and ends, and its place in the tree, as numbers. */
final class LongLevels {
    private static final int FEW = 1024;

    private final List<SetSegment> segments;
    private int size;
    private int[] from = new int[FEW];
    private int[] to = new int[FEW];
    private int[] parents;
    /** Of each level where its children begin in {@link #children}. */
    private int[] first;

    private int[] children;

    /** @param heading where what belongs to no level is added */
    LongLevels(List<SetSegment> segments, List<SetSegment> heading) {
        this.segments = segments;
        read(heading);
        nest();
    }

    private void read(List<SetSegment> heading) {
        boolean isInLevel = false;
        for (int i = 0; i < segments.size(); i++) {
            SetSegment segment = segments.get(i);
            if (segment.is("HL")) {
                grow();
                from[size++] = i;
                isInLevel = true;
            } else if (segment.loop().isEmpty()) {
                isInLevel = false;
            }
            if (isInLevel) {
                to[size - 1] = i + 1;
            } else {
                heading.add(segment);
            }
        }
    }

    private void grow() {
        if (size == from.length) {
            from = Arrays.copyOf(from, size * 2);
            to = Arrays.copyOf(to, size * 2);
        }
    }

    private void nest() {
        parents = new int[size];
        first = new int[size + 1];
        children = new int[size];
        Map<String, Integer> byId = new HashMap<>(size * 2);
        for (int i = 0; i < size; i++) {
            byId.put(segments.get(from[i]).element(1), i);
        }
        for (int i = 0; i < size; i++) {
            parents[i] = byId.getOrDefault(segments.get(from[i]).element(2), -1);
            if (parents[i] >= 0) {
                first[parents[i] + 1]++;
            }
        }
        for (int i = 0; i < size; i++) {
            first[i + 1] += first[i];
        }
        int[] next = Arrays.copyOf(first, size);
        for (int i = 0; i < size; i++) {
            if (parents[i] >= 0) {
                children[next[parents[i]]++] = i;
            }
        }
    }

    List<Node> nodes() {
        return LongList.of(size, this::node);
    }

    private Node node(int index) {
        List<SetSegment> own = List.copyOf(segments.subList(from[index], to[index]));
        SetSegment hl = own.get(0);
        return new Node(
                hl.element(1),
                hl.element(2),
                hl.element(3),
                own,
                own,
                LongList.of(children(index), i -> node(child(index, i))));
    }

    /** @return index of the level above; less than 0 for none */
    int parent(int index) {
        return parents[index];
    }

    /** @return how many levels stand right below */
    int children(int index) {
        return first[index + 1] - first[index];
    }

    /** @return index of such a level, 0 for the first one below */
    int child(int index, int number) {
        return children[first[index] + number];
    }
}
