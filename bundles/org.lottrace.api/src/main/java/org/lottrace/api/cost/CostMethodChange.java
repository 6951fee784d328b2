package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.UnitPrice;

/**
 * The goods of an item are valued in another way, from now on or from a day that is to come.
 *
 * @param context who, when and where; the method counts for everything that is recorded after it, whatever its date
 * @param item which item
 * @param method how its goods are valued; again the one that it has, to say another standard cost
 * @param standard what a unit costs, in the functional currency, at most 6 decimals and less than 1,000,000,000; for {@link
 *     CostMethod#STANDARD} and no other
 * @param reason why, 1 to 500 characters
 * @param from first day for which it counts, in the time zone of the books: a day that is to come, at most {@value #MOST_DAYS_AHEAD} days
 *     ahead. What is on stock is valued anew on that day, before the first event that is recorded on it or later; absent for at once
 */
public record CostMethodChange(
        CaptureContext context,
        ItemNumber item,
        CostMethod method,
        Optional<UnitPrice> standard,
        String reason,
        Optional<LocalDate> from) {
    /** So many days ahead at most. */
    public static final int MOST_DAYS_AHEAD = 731;

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
        Objects.requireNonNull(from);
    }

    /** At once. */
    public CostMethodChange(
            CaptureContext context, ItemNumber item, CostMethod method, Optional<UnitPrice> standard, String reason) {
        this(context, item, method, standard, reason, Optional.empty());
    }
}
