package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.lot.LotReference;

/**
 * What was found when positions were counted. Differences to the book become movements.
 *
 * @param context who, when and where
 * @param countSheet number of the count
 * @param found what was found at each counted position; zero when nothing was there
 */
public record StockCount(CaptureContext context, String countSheet, List<LotQuantity> found) implements Movement {
    public StockCount {
        Objects.requireNonNull(context);
        Objects.requireNonNull(countSheet);
        found = List.copyOf(found);
    }

    @Override
    public Stream<LotReference> lots() {
        return Movement.lotsOf(found);
    }
}
