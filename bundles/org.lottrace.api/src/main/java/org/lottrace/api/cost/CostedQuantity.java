package org.lottrace.api.cost;

import java.util.Objects;
import org.joda.money.Money;
import org.lottrace.api.quantity.Quantity;

/**
 * A quantity and what it is worth. The unit cost is derived, never stored: it is seldom exact in the minor unit.
 *
 * @param quantity in the base unit of the item
 * @param value of that quantity, in the functional currency
 */
public record CostedQuantity(Quantity quantity, Money value) {
    public CostedQuantity {
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(value);
    }

    /**
     * @return both together
     * @throws IllegalArgumentException if units or currencies differ
     */
    public CostedQuantity plus(CostedQuantity other) {
        return new CostedQuantity(quantity.plus(other.quantity), value.plus(other.value));
    }

    /**
     * @return what is left without {@code other}
     * @throws IllegalArgumentException if units or currencies differ
     */
    public CostedQuantity minus(CostedQuantity other) {
        return new CostedQuantity(quantity.minus(other.quantity), value.minus(other.value));
    }

    /** @return the same with the opposite sign */
    public CostedQuantity negated() {
        return new CostedQuantity(quantity.negated(), value.negated());
    }
}
