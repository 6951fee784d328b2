package org.lottrace.genealogy.internal.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The lots a walk reached, level by level. Its arrays are used again for the next walk, without clearing them: a lot is
 * reached when its mark is the number of this walk.
 */
public final class Reach {
    int[] marks = new int[0];
    int walk;
    int[] lots = new int[0];
    int size;
    private int[] levelEnds = new int[16];
    private int levels;
    private final BitSet ends = new BitSet();
    private int[] indices = new int[0];

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

    /** Notes for each lot as which number it was reached, for {@link #index}. */
    void number() {
        if (indices.length < marks.length) {
            indices = new int[marks.length];
        }
        for (int i = 0; i < size; i++) {
            indices[lots[i]] = i;
        }
    }

    /** @return as which number the lot was reached, or -1; only after {@link #number} */
    int index(int lot) {
        return contains(lot) ? indices[lot] : -1;
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
