package org.lottrace.genealogy.internal.graph;

import java.math.BigInteger;
import java.util.Arrays;
import org.lottrace.genealogy.internal.suspect.Cells;

/**
 * The different quantities of what happened, numbered 0, 1, 2 …, in millionths of their units, which is exact. They need the
 * graph no more.
 */
final class Amounts {
    private static final int FEW = 100;

    private final Quantities quantities;
    /** Number here of each quantity of the graph and one more, where most of them are looked up. */
    private final int[] numbers;
    /** The same where few are. */
    private final IntMap known = new IntMap();

    private final IntColumn unit = new IntColumn();
    private long[] halves = new long[32];
    private long sumHigh;
    private long sumLow;

    /** @param lots number of lots that they belong to */
    Amounts(Quantities quantities, int lots) {
        this.quantities = quantities;
        numbers = new int[lots > quantities.size() / FEW ? quantities.size() : 0];
    }

    /**
     * Reads a quantity of the graph.
     *
     * @return its number here
     */
    int add(int quantity) {
        int amount = numbers.length > 0 ? numbers[quantity] - 1 : known.get(quantity);
        if (amount < 0) {
            amount = unit.size();
            if (numbers.length > 0) {
                numbers[quantity] = amount + 1;
            } else {
                known.put(quantity, amount);
            }
            unit.add(quantities.unit(quantity));
            if (2 * amount == halves.length) {
                halves = Arrays.copyOf(halves, 2 * halves.length);
            }
            quantities.millionths(quantity, halves, 2 * amount);
        }
        long low = halves[2 * amount + 1];
        sumLow += low;
        sumHigh += halves[2 * amount] + (Long.compareUnsigned(sumLow, low) < 0 ? 1 : 0);
        return amount;
    }

    int size() {
        return unit.size();
    }

    /** @return all that were read together, the same ones again and again, whatever their units */
    BigInteger sum() {
        return Cells.number(sumHigh, sumLow);
    }

    /** @return number of its unit in the graph */
    int unit(int amount) {
        return unit.get(amount);
    }

    /** Writes all of them, the first one at the beginning. */
    void copyTo(Cells cells) {
        for (int amount = 0; amount < size(); amount++) {
            cells.set(amount, halves[2 * amount], halves[2 * amount + 1]);
        }
    }
}
