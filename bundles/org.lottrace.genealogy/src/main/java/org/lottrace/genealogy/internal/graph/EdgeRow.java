package org.lottrace.genealogy.internal.graph;

/** What a row of {@link LotGraph#inputs} says of one edge, beside the output it belongs to. Only this knows its columns. */
final class EdgeRow {
    static final int WIDTH = 3;

    private static final int INPUT = 0;
    /** The quantity, and in its lowest bit whether the edge was inferred: a column less for each edge there ever was. */
    private static final int QUANTITY = 1;

    private static final int EVENT = 2;

    private EdgeRow() {}

    static int[] of(int input, int quantity, boolean isInferred, int event) {
        return new int[] {input, quantity << 1 | (isInferred ? 1 : 0), event};
    }

    static int input(int[][] columns, int row) {
        return columns[INPUT][row];
    }

    /** @return its number among the quantities */
    static int quantity(int[][] columns, int row) {
        return columns[QUANTITY][row] >> 1;
    }

    static boolean isInferred(int[][] columns, int row) {
        return (columns[QUANTITY][row] & 1) == 1;
    }

    /** @return its number among the events */
    static int event(int[][] columns, int row) {
        return columns[EVENT][row];
    }
}
