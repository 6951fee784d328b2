package org.lottrace.api.lot;

import java.math.BigDecimal;
import java.util.Objects;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * How much of an item's base unit one other unit holds: {@code 1 CS = 12 C62}. Belongs to the item, not to physics.
 *
 * @param unit the other unit
 * @param baseUnits how many base units one {@code unit} is; greater than zero
 */
public record PackUnit(UnitOfMeasure unit, BigDecimal baseUnits) {
    /** @throws IllegalArgumentException if {@code baseUnits} is not greater than zero */
    public PackUnit {
        Objects.requireNonNull(unit);
        if (baseUnits.signum() <= 0) {
            throw new IllegalArgumentException("1 " + unit + " must be more than 0 base units, not " + baseUnits);
        }
    }
}
