package org.lottrace.genealogy.internal.graph;

import java.util.Arrays;

/** The draws of one event, numbered 0, 1, 2 …, and for each lot those from it that were not carried out yet. */
final class EventDraws {
    static final int NONE = -1;

    private final int[] first;
    private final int[] next;
    private final int[] amount;
    private int size;

    /** @param most draws that an event has */
    EventDraws(int lots, int most) {
        first = new int[lots];
        Arrays.fill(first, NONE);
        next = new int[most];
        amount = new int[most];
    }

    /** Begins with the next event. */
    void clear() {
        size = 0;
    }

    /** @param lot the lot that is drawn from, or {@link History#ELSEWHERE} */
    void add(int lot, int newAmount) {
        if (lot != History.ELSEWHERE) {
            next[size] = first[lot];
            first[lot] = size;
        }
        amount[size++] = newAmount;
    }

    int size() {
        return size;
    }

    boolean isOpen(int lot) {
        return lot != History.ELSEWHERE && first[lot] != NONE;
    }

    /** @return one of the draws from a lot, none of which is open any more */
    int carryOut(int lot) {
        int draw = first[lot];
        first[lot] = NONE;
        return draw;
    }

    /** @return another draw from the same lot, or {@link #NONE} */
    int next(int draw) {
        return next[draw];
    }

    int amount(int draw) {
        return amount[draw];
    }
}
