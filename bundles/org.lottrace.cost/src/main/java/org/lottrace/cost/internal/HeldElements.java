package org.lottrace.cost.internal;

import org.lottrace.api.cost.CostElement;

/**
 * What an account has of a lot, by cost element. What is taken out is what was there before without what is left, and that is shared as the
 * whole was when something last came in: so no number of single issues shifts a cent from one element to another, as {@link Layer} does it for
 * the value.
 */
final class HeldElements {
    private Elements basis = Elements.NOTHING;
    private Elements left = Elements.NOTHING;

    Elements left() {
        return left;
    }

    /** @return that much, shared as what is there, or was there last */
    Elements alike(long amount) {
        return basis.share(amount);
    }

    /** @return what was taken; what was not there is alike */
    Elements take(long amount) {
        Elements after = basis.share(Math.max(0, left.total() - amount));
        long beyond = Math.max(0, amount - left.total());
        Elements taken = left.minus(after).plus(alike(beyond));
        left = beyond == 0 ? after : Elements.of(CostElement.MATERIAL, -beyond);
        return taken;
    }

    void put(Elements more) {
        left = left.plus(more).borne();
        if (left.total() != 0) {
            basis = left;
        }
    }
}
