package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.CaptureContext;

/**
 * What was found when positions were counted. Differences to the book become movements.
 *
 * @param context who, when and where
 * @param countSheet number of the count
 * @param found what was found at each counted position; zero when nothing was there
 */
public record StockCount(CaptureContext context, String countSheet, List<LotQuantity> found) {
    public StockCount {
        Objects.requireNonNull(context);
        Objects.requireNonNull(countSheet);
        found = List.copyOf(found);
    }
}
