package org.lottrace.api.lot;

import java.math.BigDecimal;
import java.util.Objects;
import org.lottrace.api.quantity.ExactDecimal;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * How much of an item's base unit one other unit holds: {@code 1 CS = 12 C62}. Belongs to the item, not to physics.
 * Trailing zeros are dropped, so {@code 12.0} equals {@code 12}.
 *
 * @param unit the other unit
 * @param baseUnits how many base units one {@code unit} is; greater than zero, at most 10 decimals and 15 digits before
 *     the point
 */
public record PackUnit(UnitOfMeasure unit, BigDecimal baseUnits) {
    /** Most decimals it can have. */
    public static final int MAXIMUM_SCALE = 10;

    /**
     * @throws IllegalArgumentException if {@code baseUnits} is not greater than zero
     * @throws ArithmeticException if {@code baseUnits} has more decimals or digits than can be kept exactly
     */
    public PackUnit {
        Objects.requireNonNull(unit);
        baseUnits = ExactDecimal.of(baseUnits, MAXIMUM_SCALE);
        if (baseUnits.signum() <= 0) {
            throw new IllegalArgumentException("1 " + unit + " must be more than 0 base units, not " + baseUnits);
        }
    }
}
