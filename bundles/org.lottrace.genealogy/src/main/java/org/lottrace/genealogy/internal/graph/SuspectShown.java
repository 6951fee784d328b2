package org.lottrace.genealogy.internal.graph;

import static org.lottrace.genealogy.internal.suspect.Portions.MAXIMUM;
import static org.lottrace.genealogy.internal.suspect.Portions.MINIMUM;
import static org.lottrace.genealogy.internal.suspect.Portions.PROPORTIONAL;
import static org.lottrace.genealogy.internal.suspect.Portions.WIDTH;

import java.math.RoundingMode;
import java.util.Optional;
import org.lottrace.api.genealogy.SuspectContent;
import org.lottrace.api.genealogy.SuspectQuantity;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.genealogy.internal.suspect.Cells;
import org.lottrace.genealogy.internal.suspect.Portions;

/** Writes down how much suspect goods there are in a lot, when everything that happened was followed. */
final class SuspectShown {
    /** Cells that this needs beside those of the goods. */
    static final int SPARE = 3 * WIDTH + 2;

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
    }

    /** @return the suspect goods in the lot, or empty when there are none */
    Optional<SuspectContent> of(int lot) {
        if (!cells.isPositive(goods.contained(lot) + MAXIMUM)) {
            return Optional.empty();
        }
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
        portions.limit(to, goods.most(lot));
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
                goods.scale.quantity(cells, portion + MINIMUM, RoundingMode.FLOOR, unit),
                goods.scale.quantity(cells, portion + PROPORTIONAL, RoundingMode.HALF_EVEN, unit),
                goods.scale.quantity(cells, portion + MAXIMUM, RoundingMode.CEILING, unit));
    }
}
