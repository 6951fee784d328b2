package org.lottrace.api.movement;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;

/**
 * A quantity of one lot at a location of the site of the event.
 *
 * @param lot as scanned
 * @param location where; in a count or a disposal also {@link LocationId#IN_TRANSIT}, the road to the site
 * @param container the logistic unit it is in, when there is one
 * @param quantity in any unit the item has
 */
public record LotQuantity(LotReference lot, LocationId location, Optional<Sscc> container, Quantity quantity) {
    public LotQuantity {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(location);
        Objects.requireNonNull(container);
        Objects.requireNonNull(quantity);
    }
}
