package org.lottrace.genealogy.internal.graph;

import java.io.IOException;
import java.util.Arrays;

/**
 * Rows of ints that belong to lots. Most lie in the base: all rows of a lot beside each other, and for each lot where they
 * begin (compressed sparse rows). What came after the base was built lies in the delta: the rows of a lot form a ring, the
 * last one points to the first. Rows of a lot are in the order in which they were added, unless the base sorts them.
 *
 * <p>Laid over other rows, it adds to them without changing them. One thread writes; who reads meanwhile needs a lock.
 *
 * <p>Over 250 lines, because base, delta and folding are one layout of the same arrays.
 */
final class LotRows {
    /** How the base keeps the rows of a lot. */
    enum Order {
        AS_ADDED,
        /** By the first column, then as added. */
        BY_FIRST_COLUMN,
        /** By the first column, each value of it once: for rows of one column. */
        DISTINCT
    }

    /** Looks at one row. */
    interface Row {
        /** @param columns row {@code index} is {@code columns[0][index]}, {@code columns[1][index]} … */
        void at(int[][] columns, int index);
    }

    /**
     * A base.
     *
     * @param offset where the rows of each lot begin, and at last where they end
     * @param columns the rows
     */
    record Base(int[] offset, int[][] columns) {
        int lots() {
            return offset.length - 1;
        }
    }

    private final LotRows under;
    private final int width;
    private final Order order;
    private Base base;
    private int[][] delta;
    private int[] next = new int[16];
    private int added;
    private IntMap last = new IntMap();

    LotRows(int width, Order order) {
        this(width, order, null);
    }

    private LotRows(int width, Order order, LotRows under) {
        this.width = width;
        this.order = order;
        this.under = under;
        base = new Base(new int[1], new int[width][0]);
        delta = new int[width][16];
    }

    /** @return nothing yet, laid over these */
    LotRows over() {
        return new LotRows(width, order, this);
    }

    void add(int lot, int... row) {
        if (added == next.length) {
            next = Arrays.copyOf(next, added * 2);
            for (int column = 0; column < width; column++) {
                delta[column] = Arrays.copyOf(delta[column], added * 2);
            }
        }
        for (int column = 0; column < width; column++) {
            delta[column][added] = row[column];
        }
        int before = last.get(lot);
        if (before == IntMap.ABSENT) {
            next[added] = added;
        } else {
            next[added] = next[before];
            next[before] = added;
        }
        last.put(lot, added++);
    }

    /** Looks at all rows of a lot. */
    void each(int lot, Row row) {
        if (under != null) {
            under.each(lot, row);
        }
        if (lot < base.lots()) {
            for (int i = base.offset[lot]; i < base.offset[lot + 1]; i++) {
                row.at(base.columns, i);
            }
        }
        eachAdded(lot, row);
    }

    /** Looks at the rows of a lot whose first column is {@code value}; searched in a sorted base. */
    void eachWith(int lot, int value, Row row) {
        if (under != null) {
            under.eachWith(lot, value, row);
        }
        if (lot < base.lots()) {
            int end = base.offset[lot + 1];
            for (int i = firstOf(lot, value); i < end && base.columns[0][i] == value; i++) {
                row.at(base.columns, i);
            }
        }
        eachAdded(lot, (columns, i) -> {
            if (columns[0][i] == value) {
                row.at(columns, i);
            }
        });
    }

    /** Looks at the rows that are not in a base, of what this lies over too. */
    void eachOutsideBase(int lot, Row row) {
        if (under != null) {
            under.eachOutsideBase(lot, row);
        }
        eachAdded(lot, row);
    }

    /** @return true when all rows are in the base */
    boolean isFolded() {
        return added == 0 && under == null;
    }

    /** @return the base, of what this lies over when it lies over something */
    Base base() {
        return under == null ? base : under.base();
    }

    int added() {
        return added;
    }

    int inBase() {
        return base.offset[base.lots()];
    }

    /** @return a base of all rows, this one is unchanged; the writing thread may call it while others read */
    Base folded(int lots) {
        int[] offset = new int[lots + 1];
        int[][] columns = new int[width][inBase() + added];
        int filled = 0;
        for (int lot = 0; lot < lots; lot++) {
            offset[lot] = filled;
            filled = fold(lot, columns, filled);
        }
        offset[lots] = filled;
        if (filled < columns[0].length) {
            for (int column = 0; column < width; column++) {
                columns[column] = Arrays.copyOf(columns[column], filled);
            }
        }
        return new Base(offset, columns);
    }

    /** Takes what {@link #folded} gave, with nothing added in between. */
    void replace(Base newBase) {
        base = newBase;
        delta = new int[width][16];
        next = new int[16];
        added = 0;
        last = new IntMap();
    }

    long bytes() {
        return 4L * (base.offset.length + (long) width * inBase() + (width + 1L) * next.length) + last.bytes();
    }

    void save(SnapshotWriter out) throws IOException {
        out.ints(base.offset, base.offset.length);
        for (int[] column : base.columns) {
            out.ints(column, column.length);
        }
    }

    void load(SnapshotReader in) throws IOException {
        int[] offset = in.ints();
        int[][] columns = new int[width][];
        for (int column = 0; column < width; column++) {
            columns[column] = in.ints();
        }
        replace(new Base(offset, columns));
    }

    private void eachAdded(int lot, Row row) {
        int end = added == 0 ? IntMap.ABSENT : last.get(lot);
        if (end != IntMap.ABSENT) {
            int i = end;
            do {
                i = next[i];
                row.at(delta, i);
            } while (i != end);
        }
    }

    private int fold(int lot, int[][] columns, int from) {
        int[] filled = {from};
        Row copy = (source, i) -> {
            for (int column = 0; column < width; column++) {
                columns[column][filled[0]] = source[column][i];
            }
            filled[0]++;
        };
        boolean unchanged = last.get(lot) == IntMap.ABSENT;
        each(lot, copy);
        if (unchanged || order == Order.AS_ADDED) {
            return filled[0];
        }
        sort(columns, from, filled[0]);
        return order == Order.DISTINCT ? distinct(columns[0], from, filled[0]) : filled[0];
    }

    private static void sort(int[][] columns, int from, int to) {
        long[] keys = new long[to - from];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) columns[0][from + i] << 32 | i;
        }
        Arrays.sort(keys);
        for (int[] column : columns) {
            int[] unsorted = Arrays.copyOfRange(column, from, to);
            for (int i = 0; i < keys.length; i++) {
                column[from + i] = unsorted[(int) keys[i]];
            }
        }
    }

    private static int distinct(int[] sorted, int from, int to) {
        int filled = from;
        for (int i = from; i < to; i++) {
            if (i == from || sorted[i] != sorted[filled - 1]) {
                sorted[filled++] = sorted[i];
            }
        }
        return filled;
    }

    private int firstOf(int lot, int value) {
        int low = base.offset[lot];
        int high = base.offset[lot + 1];
        while (low < high) {
            int middle = low + high >>> 1;
            if (base.columns[0][middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
