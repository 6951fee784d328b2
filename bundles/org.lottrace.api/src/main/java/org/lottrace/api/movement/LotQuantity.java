package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.KeyDatum;
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
 * @param keyData what else there is to say of these goods: the pieces or the net weight beside the quantity, serial numbers, a
 *     temperature ({@link org.lottrace.api.event.LotAttributes#OF_GOODS})
 */
public record LotQuantity(
        LotReference lot, LocationId location, Optional<Sscc> container, Quantity quantity, List<KeyDatum> keyData) {
    public LotQuantity {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(location);
        Objects.requireNonNull(container);
        Objects.requireNonNull(quantity);
        keyData = List.copyOf(keyData);
    }

    /** Goods of which there is no more to say. */
    public LotQuantity(LotReference lot, LocationId location, Optional<Sscc> container, Quantity quantity) {
        this(lot, location, container, quantity, List.of());
    }
}
