package org.lottrace.genealogy.internal.graph;

import static org.lottrace.genealogy.internal.suspect.Portions.MAXIMUM;
import static org.lottrace.genealogy.internal.suspect.Portions.MINIMUM;
import static org.lottrace.genealogy.internal.suspect.Portions.PROPORTIONAL;
import static org.lottrace.genealogy.internal.suspect.Portions.WIDTH;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.genealogy.SuspectQuantity;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.genealogy.internal.suspect.Cells;
import org.lottrace.genealogy.internal.suspect.Portions;

/** Writes down how much suspect goods there are in a lot, when everything that happened was followed. Used by one thread. */
final class SuspectShown {
    /** Cells that this needs beside those of the goods. */
    static final int SPARE = 3 * WIDTH + 3;

    /** Quantities that are kept to be used again: a power of two. */
    private static final int KEPT = 256;

    private final History history;
    private final SuspectGoods goods;
    private final UnitOfMeasure unit;
    private final SuspectQuantity nothing;
    private final Cells cells;
    private final Portions portions;
    private final int outside;
    /** The most that is in no other place. */
    private final int gone;

    private final int here;
    private final int there;
    private final int least;
    /** The most that can be in one place of the lot. */
    private final int most;
    /** The same few quantities are in many lots: by their lowest bits the last one with these, and how many smallest ones it is. */
    private final Quantity[] kept = new Quantity[KEPT];

    private final long[] smallestOfKept = new long[KEPT];

    SuspectShown(History history, SuspectGoods goods, UnitOfMeasure unit) {
        this.history = history;
        this.goods = goods;
        this.unit = unit;
        Quantity none = Quantity.zero(unit);
        nothing = new SuspectQuantity(none, none, none);
        cells = goods.cells;
        portions = goods.portions;
        outside = goods.take(WIDTH);
        gone = goods.take(1);
        here = goods.take(WIDTH);
        there = goods.take(WIDTH);
        least = goods.take(1);
        most = goods.take(1);
    }

    /** @return the suspect goods in the lot, or empty when there are none */
    Optional<SuspectContent> of(int lot) {
        if (!cells.isPositive(goods.contained(lot) + MAXIMUM)) {
            return Optional.empty();
        }
        goods.most(lot, most);
        portions.clear(outside);
        cells.copy(gone, goods.used(lot));
        for (int place = history.firstPlace(lot); place < history.firstPlace(lot + 1); place++) {
            if (history.isParty(place)) {
                portions.addBounds(outside, goods.elsewhere(place));
            } else {
                cells.add(gone, goods.elsewhere(place) + MAXIMUM);
            }
        }
        set(here, goods.own(lot), lot, outside);
        set(there, outside, lot, goods.own(lot));
        set(outside, goods.contained(lot));
        portions.limit(outside, goods.total());
        return Optional.of(new SuspectContent(shown(outside), shown(here), shown(there)));
    }

    /** Of what is in one place there is no more than went in at all, and no less than what cannot be in the others. */
    private void set(int to, int portion, int lot, int other) {
        set(to, portion);
        portions.limit(to, most);
        cells.copy(least, goods.contained(lot) + MINIMUM);
        cells.subtract(least, other + MAXIMUM);
        cells.subtract(least, gone);
        cells.limit(least, to + MAXIMUM);
        cells.raise(to + MINIMUM, least);
    }

    private void set(int to, int portion) {
        portions.clear(to);
        portions.addBounds(to, portion);
    }

    private SuspectQuantity shown(int portion) {
        if (!cells.isPositive(portion + MAXIMUM)) {
            return nothing;
        }
        return new SuspectQuantity(
                quantity(portion + MINIMUM, RoundingMode.FLOOR),
                quantity(portion + PROPORTIONAL, RoundingMode.HALF_EVEN),
                quantity(portion + MAXIMUM, RoundingMode.CEILING));
    }

    private Quantity quantity(int at, RoundingMode rounding) {
        long smallest = goods.scale.smallest(cells, at, rounding);
        if (smallest < 0) {
            return goods.scale.quantity(cells, at, rounding, unit);
        }
        int place = (int) smallest & KEPT - 1;
        if (kept[place] == null || smallestOfKept[place] != smallest) {
            kept[place] = new Quantity(BigDecimal.valueOf(smallest, Quantity.MAXIMUM_SCALE), unit);
            smallestOfKept[place] = smallest;
        }
        return kept[place];
    }
}
