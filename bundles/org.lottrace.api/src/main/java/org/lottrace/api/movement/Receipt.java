package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods that came in against a ship notice.
 *
 * @param context who, when and where
 * @param notice which ship notice
 * @param location where they were put down
 * @param lines what came; empty means: everything that is still open, exactly as announced
 */
public record Receipt(CaptureContext context, ShipNoticeId notice, LocationId location, List<Line> lines)
        implements Movement {
    public Receipt {
        Objects.requireNonNull(context);
        Objects.requireNonNull(notice);
        Objects.requireNonNull(location);
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
