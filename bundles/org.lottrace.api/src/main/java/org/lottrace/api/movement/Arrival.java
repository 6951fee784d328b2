package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods that were on the road between own sites came in. What did not come stays on the road until it comes, is taken in
 * elsewhere, or is counted or disposed of there ({@link LocationId#IN_TRANSIT}).
 *
 * @param context who, when and at which site
 * @param dispatchedTo where they were going: the site of the event, unless they were called back or went astray
 * @param location where they were put down
 * @param units logistic units that came with everything in them
 * @param lines what else came; the container of a line is the one it was in on the road. Everything stays in its unit.
 */
public record Arrival(
        CaptureContext context, SiteId dispatchedTo, LocationId location, List<Sscc> units, List<Line> lines)
        implements Movement {
    public Arrival {
        Objects.requireNonNull(context);
        Objects.requireNonNull(dispatchedTo);
        Objects.requireNonNull(location);
        units = List.copyOf(units);
        lines = List.copyOf(lines);
    }

    @Override
    public Stream<LotReference> lots() {
        return lines.stream().map(Line::lot);
    }

    /**
     * A quantity of one lot that came.
     *
     * @param lot as marked on the goods
     * @param quantity in any unit the item has
     * @param container the logistic unit, when there is one
     */
    public record Line(LotReference lot, Quantity quantity, Optional<Sscc> container) {
        public Line {
            Objects.requireNonNull(lot);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(container);
        }
    }
}
