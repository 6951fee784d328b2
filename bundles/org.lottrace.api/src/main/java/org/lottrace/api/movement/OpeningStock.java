package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitPrice;

/**
 * What was on stock when recording began, with what is known of its lots: the first event of each of them.
 *
 * @param context who, when and where; the time is that of the count, before anything else of these lots is recorded
 * @param countSheet number of the inventory list
 * @param lines what was there
 */
public record OpeningStock(CaptureContext context, String countSheet, List<Line> lines) implements Movement {
    public OpeningStock {
        Objects.requireNonNull(context);
        Objects.requireNonNull(countSheet);
        lines = List.copyOf(lines);
    }

    @Override
    public Stream<LotReference> lots() {
        return lines.stream().map(line -> LotReference.to(line.lot().key()));
    }

    /**
     * A quantity of one lot at one position.
     *
     * @param lot is registered unless it is known; then it must be the same
     * @param quantity in any unit the item has
     * @param container the logistic unit, when it is in one
     * @param cost what the books say that it is worth, in their currency, for a unit that the item has; may be zero
     */
    public record Line(Lot lot, LocationId location, Optional<Sscc> container, Quantity quantity, UnitPrice cost) {
        public Line {
            Objects.requireNonNull(lot);
            Objects.requireNonNull(location);
            Objects.requireNonNull(container);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(cost);
        }
    }
}
