package org.lottrace.api.movement;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods were opened or thawed: from that day on their shelf life counts.
 *
 * @param context who, when and where
 * @param by {@link ShelfLifeStart#OPENING} or {@link ShelfLifeStart#THAWING}
 * @param lot as scanned
 * @param part what of the lot; absent for all of it, wherever it is
 */
public record ShelfLifeBeginning(CaptureContext context, ShelfLifeStart by, LotReference lot, Optional<Part> part) {
    /** @throws IllegalArgumentException if goods cannot begin their shelf life by that later than they come or are made */
    public ShelfLifeBeginning {
        Objects.requireNonNull(context);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(part);
        if (by != ShelfLifeStart.OPENING && by != ShelfLifeStart.THAWING) {
            throw new IllegalArgumentException("goods are opened or thawed: say OPENING or THAWING, not " + by);
        }
    }

    /**
     * A part of the lot. It becomes a lot of its own, for what is not opened or thawed keeps longer.
     *
     * @param location where it is, and stays
     * @param container the logistic unit it is in, and stays in
     * @param quantity in any unit the item has
     * @param lotNumber its new number when it is on the goods already; absent for the next one of the site's template
     */
    public record Part(
            LocationId location, Optional<Sscc> container, Quantity quantity, Optional<LotNumber> lotNumber) {
        public Part {
            Objects.requireNonNull(location);
            Objects.requireNonNull(container);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(lotNumber);
        }
    }
}
