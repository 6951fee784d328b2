package org.lottrace.genealogy.internal.graph;

import static org.lottrace.genealogy.internal.suspect.Portions.MAXIMUM;
import static org.lottrace.genealogy.internal.suspect.Portions.QUANTITY;
import static org.lottrace.genealogy.internal.suspect.Portions.ROOM;
import static org.lottrace.genealogy.internal.suspect.Portions.WIDTH;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lottrace.genealogy.internal.suspect.Cells;
import org.lottrace.genealogy.internal.suspect.Portions;
import org.lottrace.genealogy.internal.suspect.Scale;

/**
 * How much there is of each lot, here and in other places, and how much suspect goods of one unit are in it.
 *
 * <p>Quantities are counted in millionths, suspect goods in the parts of a {@link Scale}. All these numbers lie in
 * {@link Cells}; an {@code int} that is called a quantity, portion or contents says where it begins.
 */
final class SuspectGoods {
    private static final int CONTAINED = Portions.CONTENTS_WIDTH;
    private static final int USED = CONTAINED + ROOM;
    private static final int LOT_WIDTH = USED + 1;

    final Cells cells;
    final Portions portions;
    final Scale scale;
    private final History history;
    private final int unit;
    private final Map<Integer, SuspectSeed> seeds = new HashMap<>();
    private final BitSet isSeed = new BitSet();
    private final int firstLot;
    private final int firstPlace;
    /** Of the smallest quantity. */
    private final int parts;

    private final int total;
    /** To calculate with: a quantity, a limit, a portion. */
    private final int rest;

    private final int most;
    private final int portion;
    /** What is not taken yet of the cells. */
    private int taken;

    /**
     * @param spare cells beside those of the lots, for {@link #take}
     * @param unit number of the unit in the graph
     * @param stated how much of the seeds of this unit is suspect, in millionths; empty when all is
     */
    SuspectGoods(History history, int spare, int unit, Map<Integer, Optional<BigInteger>> stated, Scale scale) {
        this.history = history;
        this.unit = unit;
        this.scale = scale;
        taken = history.amounts.size();
        parts = take(1);
        total = take(1);
        rest = take(1);
        most = take(1);
        portion = take(WIDTH);
        int own = take(Portions.OWN);
        int firstSeed = take(SuspectSeed.OWN * stated.size());
        firstPlace = take(Math.multiplyExact(Portions.CONTENTS_WIDTH, history.places()));
        firstLot = take(Math.multiplyExact(LOT_WIDTH, history.lots()));
        cells = new Cells(Math.addExact(taken, spare));
        history.amounts.copyTo(cells);
        cells.set(parts, scale.parts());
        portions = new Portions(cells, parts, own);
        stated.forEach((lot, suspect) ->
                seeds.put(lot, new SuspectSeed(cells, parts, firstSeed + SuspectSeed.OWN * seeds.size(), suspect)));
        seeds.forEach(this::expect);
        seeds.keySet().forEach(isSeed::set);
    }

    /** @return the first of that many cells that nobody else uses */
    int take(int width) {
        int first = taken;
        taken = Math.addExact(taken, width);
        return first;
    }

    /** @return what there is of the lot in own stock: contents */
    int own(int lot) {
        return firstLot + LOT_WIDTH * lot;
    }

    /** @return what ever went into the lot: a portion that has no room */
    int contained(int lot) {
        return own(lot) + CONTAINED;
    }

    /** @return the most that went from the lot into others */
    int used(int lot) {
        return own(lot) + USED;
    }

    /** @return what there is of a lot in another place: contents */
    int elsewhere(int place) {
        return firstPlace + Portions.CONTENTS_WIDTH * place;
    }

    /** @return all suspect goods there are */
    int total() {
        return total;
    }

    boolean isSeed(int lot) {
        return isSeed.get(lot);
    }

    boolean isOfUnit(int amount) {
        return history.amounts.unit(amount) == unit;
    }

    /** Goods come in, first those that were in that place. */
    void comeIn(int lot, int amount, int place) {
        cells.copy(rest, amount);
        if (place != History.NOWHERE) {
            int there = elsewhere(place);
            int back = most;
            cells.copy(back, amount);
            cells.limit(back, there + QUANTITY);
            cells.subtract(rest, back);
            if (cells.isPositive(back)) {
                cells.add(own(lot) + QUANTITY, back);
                portions.take(there, back, portion);
                portions.add(own(lot), portion);
                portions.limit(own(lot), most(lot));
            }
        }
        if (cells.isPositive(rest)) {
            enter(lot, rest, isOfUnit(amount));
        }
    }

    void goOut(int lot, int amount, int place) {
        complete(lot, amount, isOfUnit(amount));
        portions.take(own(lot), amount, portion);
        portions.fill(elsewhere(place), amount, portion, most(lot));
    }

    /** Goods come from where nothing is suspect. */
    void enter(int lot, int quantity, boolean isOfUnit) {
        if (isSeed(lot)) {
            SuspectSeed seed = seeds.get(lot);
            seed.enter(quantity, portion);
            if (seed.isWhole()) {
                cells.add(total, portion + MAXIMUM);
            } else {
                seed.count(total);
            }
        } else {
            portions.clear(portion);
            addClean(portion, quantity, isOfUnit);
        }
        fill(lot, quantity, portion);
    }

    /** Goods are made of others. A seed that is all suspect is so whatever it was made of. */
    void make(int lot, int quantity, int of) {
        if (isSeed(lot) && seeds.get(lot).isWhole()) {
            enter(lot, quantity, true);
        } else {
            fill(lot, quantity, of);
        }
    }

    /** Adds clean goods to a portion. */
    void addClean(int to, int quantity, boolean isOfUnit) {
        if (isOfUnit) {
            cells.product(most, quantity, parts);
            portions.addRoom(to, most);
        } else {
            portions.loseRoom(to);
        }
    }

    /** Gives a portion at least the room of that much. */
    void widen(int to, int quantity) {
        cells.product(most, quantity, parts);
        portions.widen(to, most);
    }

    /** Lets come what is missing of the lot to that quantity. */
    void complete(int lot, int quantity, boolean isOfUnit) {
        cells.copy(rest, quantity);
        cells.subtract(rest, own(lot) + QUANTITY);
        if (cells.isPositive(rest)) {
            enter(lot, rest, isOfUnit);
        }
    }

    private void fill(int lot, int quantity, int of) {
        portions.addBounds(contained(lot), of);
        portions.fill(own(lot), quantity, of, most(lot));
    }

    /** @return no more than this can be in one place of the lot at one time */
    private int most(int lot) {
        most(lot, most);
        return most;
    }

    /** Sets a number to the most that can be in one place of the lot at one time. */
    void most(int lot, int to) {
        cells.copy(to, contained(lot) + MAXIMUM);
        cells.limit(to, total);
    }

    /** Notes what comes into a seed from where nothing is suspect. */
    private void expect(int lot, SuspectSeed seed) {
        for (int step = history.firstStep(lot); step < history.firstStep(lot + 1); step++) {
            boolean isFed = false;
            for (int row = history.firstDraw(step); row < history.firstDraw(step + 1); row++) {
                isFed |= history.goesOn(history.drawn(row));
            }
            for (int row = history.firstCrossing(step); row < history.firstCrossing(step + 1); row++) {
                int kind = history.kind(row);
                if (kind == History.IN || kind == History.MADE && !isFed) {
                    seed.expect(history.crossingAmount.get(row));
                }
            }
        }
    }
}
