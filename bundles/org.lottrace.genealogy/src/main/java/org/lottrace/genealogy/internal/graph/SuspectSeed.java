package org.lottrace.genealogy.internal.graph;

import java.math.BigInteger;
import java.util.Optional;
import org.lottrace.genealogy.internal.suspect.Cells;
import org.lottrace.genealogy.internal.suspect.Portions;

/** How much of what comes into a seed is suspect: all of it, or a stated part of all of it, nobody knows which. */
final class SuspectSeed {
    /** Numbers that this needs for itself. */
    static final int OWN = 4;

    private final Cells cells;
    private final int scale;
    private final boolean isWhole;
    /** Quantities of the lot: what is stated, what comes in altogether, and two to calculate with. */
    private final int stated;

    private final int expected;
    private final int all;
    private final int other;
    private boolean counted;

    /**
     * @param scale where the parts of the smallest quantity stand
     * @param own where its own numbers begin
     * @param stated how much is suspect; absent when all is
     */
    SuspectSeed(Cells cells, int scale, int own, Optional<BigInteger> stated) {
        this.cells = cells;
        this.scale = scale;
        isWhole = stated.isEmpty();
        this.stated = own;
        expected = own + 1;
        all = own + 2;
        other = own + 3;
        stated.ifPresent(suspect -> cells.set(own, suspect));
    }

    /** Notes that this much comes in. */
    void expect(int quantity) {
        cells.add(expected, quantity);
    }

    boolean isWhole() {
        return isWhole;
    }

    /** Sets a portion to the suspect goods in what comes in now. */
    void enter(int quantity, int portion) {
        cells.product(portion + Portions.ROOM, quantity, scale);
        if (isWhole) {
            for (int bound : new int[] {Portions.MINIMUM, Portions.PROPORTIONAL, Portions.MAXIMUM}) {
                cells.copy(portion + bound, portion + Portions.ROOM);
            }
            return;
        }
        cells.copy(all, expected);
        cells.raise(all, quantity);
        cells.raise(all, stated);
        cells.product(portion + Portions.MAXIMUM, stated, scale);
        cells.share(portion + Portions.PROPORTIONAL, portion + Portions.MAXIMUM, quantity, all);
        cells.limit(portion + Portions.MAXIMUM, portion + Portions.ROOM);
        cells.subtract(all, quantity);
        cells.copy(other, stated);
        cells.subtract(other, all);
        cells.product(portion + Portions.MINIMUM, other, scale);
    }

    /** Adds to a total of suspect goods the stated ones the first time, then nothing. */
    void count(int total) {
        if (!counted) {
            cells.product(other, stated, scale);
            cells.add(total, other);
            counted = true;
        }
    }
}
