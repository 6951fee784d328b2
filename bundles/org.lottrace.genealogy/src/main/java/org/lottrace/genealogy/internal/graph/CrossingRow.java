package org.lottrace.genealogy.internal.graph;

/**
 * What a row of {@link LotGraph#crossings} says of goods of its lot that came into the own stock or went out. Only this knows
 * its columns.
 */
final class CrossingRow {
    static final int WIDTH = 4;

    private static final int EVENT = 0;
    /** The place outside, and in its lowest bit whether the goods went out. */
    private static final int PLACE = 1;

    private static final int QUANTITY = 2;
    private static final int CONTAINER = 3;

    private CrossingRow() {}

    static int[] of(int event, int place, boolean isOut, int quantity, int container) {
        return new int[] {event, place << 1 | (isOut ? 1 : 0), quantity, container};
    }

    /** @return its number among the events */
    static int event(int[][] columns, int row) {
        return columns[EVENT][row];
    }

    /** @return number of the place outside among the places */
    static int place(int[][] columns, int row) {
        return columns[PLACE][row] >> 1;
    }

    static boolean isOut(int[][] columns, int row) {
        return (columns[PLACE][row] & 1) == 1;
    }

    /** @return its number among the quantities */
    static int quantity(int[][] columns, int row) {
        return columns[QUANTITY][row];
    }

    /** @return number of the logistic unit outside, 0 for none */
    static int container(int[][] columns, int row) {
        return columns[CONTAINER][row];
    }
}
