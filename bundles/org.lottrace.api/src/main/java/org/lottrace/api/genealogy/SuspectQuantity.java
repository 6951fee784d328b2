package org.lottrace.api.genealogy;

import java.util.Objects;
import org.lottrace.api.quantity.Quantity;

/**
 * How much suspect goods there can be, in the unit of the seed they come from: kilograms of the suspect flour in a lot of
 * bread that is counted in pieces.
 *
 * @param minimum there is at least this much, however the goods were mixed; rounded down to 6 decimals
 * @param proportional there is this much if each lot was mixed evenly; rounded half even to 6 decimals
 * @param maximum there is no more than this, however the goods were mixed; rounded up to 6 decimals
 */
public record SuspectQuantity(Quantity minimum, Quantity proportional, Quantity maximum) {
    public SuspectQuantity {
        Objects.requireNonNull(minimum);
        Objects.requireNonNull(proportional);
        Objects.requireNonNull(maximum);
    }
}
