package org.lottrace.genealogy.internal.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The lots a walk reached, level by level. Its arrays are used again for the next walk, without clearing them: a lot is
 * reached when its mark is the number of this walk.
 */
public final class Reach {
    /** When more than one in so many lots was reached, they are looked for and not sorted. */
    private static final int DENSE = 16;

    int[] marks = new int[0];
    int walk;
    int[] lots = new int[0];
    int size;
    private int[] levelEnds = new int[16];
    private int levels;
    private final BitSet ends = new BitSet();
    private int[] ranks = new int[0];

    void begin(int known) {
        if (marks.length < known) {
            marks = new int[known + (known >> 3)];
            lots = new int[marks.length];
            walk = 0;
        }
        if (++walk < 0) {
            Arrays.fill(marks, 0);
            walk = 1;
        }
        size = 0;
        levels = 0;
        ends.clear();
    }

    void reach(int lot) {
        if (marks[lot] != walk) {
            marks[lot] = walk;
            lots[size++] = lot;
        }
    }

    /** Notes that the walk does not go on from a lot it reached. */
    void end(int lot) {
        ends.set(lot);
    }

    void endLevel() {
        if (levels == levelEnds.length) {
            levelEnds = Arrays.copyOf(levelEnds, levels * 2);
        }
        levelEnds[levels++] = size;
    }

    /** @return number of lots */
    public int size() {
        return size;
    }

    /** @return the lot reached as number {@code index}, those of a lower level first */
    public int lot(int index) {
        return lots[index];
    }

    /** Ranks the lots by their numbers, for {@link #rank}: lots of about the same time come to lie together. */
    int[] ranked() {
        int[] ranked = Arrays.copyOf(lots, size);
        if (size > marks.length / DENSE) {
            for (int lot = 0, rank = 0; rank < size; lot++) {
                if (marks[lot] == walk) {
                    ranked[rank++] = lot;
                }
            }
        } else {
            Arrays.sort(ranked);
        }
        if (ranks.length < marks.length) {
            ranks = new int[marks.length];
        }
        for (int rank = 0; rank < size; rank++) {
            ranks[ranked[rank]] = rank;
        }
        return ranked;
    }

    /** @return the rank of the lot, or -1 when it was not reached; only after {@link #ranked} */
    int rank(int lot) {
        return contains(lot) ? ranks[lot] : -1;
    }

    /** @return true when the lot was reached */
    public boolean contains(int lot) {
        return lot < marks.length && marks[lot] == walk;
    }

    /** @return true when the lot was reached and the walk goes on from it */
    public boolean goesOn(int lot) {
        return contains(lot) && !ends.get(lot);
    }

    /** @return number of levels, the seeds included */
    public int levels() {
        return levels;
    }

    /** @return how many lots are at that level or a lower one */
    public int upToLevel(int level) {
        return levelEnds[level];
    }
}
