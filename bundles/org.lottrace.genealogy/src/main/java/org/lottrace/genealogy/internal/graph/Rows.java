package org.lottrace.genealogy.internal.graph;

import java.util.Arrays;

/** Some rows of three ints, of which the first is an event; used again and again. */
final class Rows {
    private static final int WIDTH = 3;

    private int[] values = new int[16 * WIDTH];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    void add(int first, int second, int third) {
        int at = size++ * WIDTH;
        if (at == values.length) {
            values = Arrays.copyOf(values, at * 2);
        }
        values[at] = first;
        values[at + 1] = second;
        values[at + 2] = third;
    }

    int get(int row, int column) {
        return values[row * WIDTH + column];
    }

    /** @return the event of a row; behind the last row the greatest number */
    int first(int row) {
        return row < size ? get(row, 0) : Integer.MAX_VALUE;
    }

    /** Sorts by event, and within an event leaves the order. */
    void sort() {
        boolean isSorted = true;
        for (int row = 1; row < size; row++) {
            isSorted &= first(row - 1) <= first(row);
        }
        if (isSorted) {
            return;
        }
        long[] order = new long[size];
        for (int row = 0; row < size; row++) {
            order[row] = (long) first(row) << 32 | row;
        }
        Arrays.sort(order);
        int[] unsorted = Arrays.copyOf(values, size * WIDTH);
        for (int row = 0; row < size; row++) {
            System.arraycopy(unsorted, (int) order[row] * WIDTH, values, row * WIDTH, WIDTH);
        }
    }
}
