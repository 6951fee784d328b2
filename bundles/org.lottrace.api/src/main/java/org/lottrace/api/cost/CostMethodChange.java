package org.lottrace.api.cost;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.UnitPrice;

/**
 * The goods of an item are valued in another way from now on.
 *
 * @param context who, when and where; the method counts for everything that is recorded after it, whatever its date
 * @param item which item
 * @param method how its goods are valued; again the one that it has, to say another standard cost
 * @param standard what a unit costs, in the functional currency, at most 6 decimals and less than 1,000,000,000; for {@link
 *     CostMethod#STANDARD} and no other
 * @param reason why, 1 to 500 characters
 */
public record CostMethodChange(
        CaptureContext context, ItemNumber item, CostMethod method, Optional<UnitPrice> standard, String reason) {
    /** Most decimals that a standard cost can have. */
    public static final int MAXIMUM_SCALE = 6;

    /** Longest reason. */
    public static final int LONGEST_REASON = 500;

    public CostMethodChange {
        Objects.requireNonNull(context);
        Objects.requireNonNull(item);
        Objects.requireNonNull(method);
        Objects.requireNonNull(standard);
        Objects.requireNonNull(reason);
    }
}
