package org.lottrace.api.allocation.store;

import java.util.Objects;
import org.lottrace.api.quantity.Quantity;

/**
 * What was measured at the goods of a lot.
 *
 * @param lowest in {@code CEL}
 * @param highest in {@code CEL}, no less
 */
public record MeasuredTemperatures(Quantity lowest, Quantity highest) {
    public MeasuredTemperatures {
        Objects.requireNonNull(lowest);
        Objects.requireNonNull(highest);
    }

    /** @return both together */
    public MeasuredTemperatures and(MeasuredTemperatures other) {
        return new MeasuredTemperatures(
                lowest.min(other.lowest), highest.compareTo(other.highest) >= 0 ? highest : other.highest);
    }
}
