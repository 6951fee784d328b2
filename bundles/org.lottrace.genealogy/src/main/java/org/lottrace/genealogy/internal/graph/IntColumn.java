package org.lottrace.genealogy.internal.graph;

import java.io.IOException;
import java.util.Arrays;

/** A list of ints that only grows. */
final class IntColumn {
    private int[] values = new int[16];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 1);
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    int size() {
        return size;
    }

    long bytes() {
        return 4L * values.length;
    }

    void save(SnapshotWriter out) throws IOException {
        out.ints(values, size);
    }

    void load(SnapshotReader in) throws IOException {
        values = in.ints();
        size = values.length;
        values = size == 0 ? new int[16] : values;
    }
}
