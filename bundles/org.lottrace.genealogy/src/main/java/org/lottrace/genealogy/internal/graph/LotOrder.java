package org.lottrace.genealogy.internal.graph;

/** Sorts lots by key without making keys of them: a merge sort over their ranks. */
final class LotOrder {
    private static final int RUN = 8;

    private final LotNames names;
    private final int[] lots;
    private final long[] ranks;
    private final long[] ranksAfter;

    private LotOrder(LotNames names, int[] lots) {
        this.names = names;
        this.lots = lots;
        ranks = new long[lots.length];
        ranksAfter = new long[lots.length];
        for (int i = 0; i < lots.length; i++) {
            ranks[i] = names.rank(lots[i]);
            ranksAfter[i] = names.rankAfter(lots[i]);
        }
    }

    /** @return the indices of the lots, in the order of their keys */
    static int[] of(LotNames names, int[] lots) {
        return new LotOrder(names, lots).sorted();
    }

    private int[] sorted() {
        int[] from = new int[lots.length];
        for (int i = 0; i < from.length; i++) {
            from[i] = i;
        }
        for (int begin = 0; begin < from.length; begin += RUN) {
            insert(from, begin, Math.min(begin + RUN, from.length));
        }
        int[] to = new int[from.length];
        for (int run = RUN; run < from.length; run *= 2) {
            for (int begin = 0; begin < from.length; begin += 2 * run) {
                int middle = Math.min(begin + run, from.length);
                merge(from, begin, middle, Math.min(middle + run, from.length), to);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private void insert(int[] order, int begin, int end) {
        for (int i = begin + 1; i < end; i++) {
            int moved = order[i];
            int place = i;
            while (place > begin && isBefore(moved, order[place - 1])) {
                order[place] = order[--place];
            }
            order[place] = moved;
        }
    }

    private void merge(int[] from, int begin, int middle, int end, int[] to) {
        int left = begin;
        int right = middle;
        for (int i = begin; i < end; i++) {
            boolean takeRight = left >= middle || right < end && isBefore(from[right], from[left]);
            to[i] = takeRight ? from[right++] : from[left++];
        }
    }

    private boolean isBefore(int index, int other) {
        if (ranks[index] != ranks[other]) {
            return ranks[index] < ranks[other];
        }
        return ranksAfter[index] != ranksAfter[other]
                ? ranksAfter[index] < ranksAfter[other]
                : names.compareNumbers(lots[index], lots[other]) < 0;
    }
}
