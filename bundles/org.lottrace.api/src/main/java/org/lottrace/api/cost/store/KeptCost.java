package org.lottrace.api.cost.store;

import java.util.Objects;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;

/**
 * The cost of a lot as it is kept: what is left, and at which unit cost it leaves.
 *
 * @param cost what is left
 * @param basis quantity and value at the last change of the unit cost: their ratio is the unit cost. Kept when nothing is left,
 *     so that what is found again is worth what it was; no quantity when no unit cost is known
 */
public record KeptCost(LotCost cost, CostedQuantity basis) {
    public KeptCost {
        Objects.requireNonNull(cost);
        Objects.requireNonNull(basis);
    }

    /** @return the cost of a lot whose unit cost changed just now */
    public static KeptCost of(LotCost cost) {
        return new KeptCost(cost, cost.onStock());
    }
}
