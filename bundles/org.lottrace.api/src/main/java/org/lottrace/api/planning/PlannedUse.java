package org.lottrace.api.planning;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What is planned with a part of a lot, or what an order lacks.
 *
 * @param site where
 * @param item which component
 * @param due the day by which it is to be done: that of the order, but today when that is past; the expiry of the lot for what no order takes as it is planned
 * @param kind what, and why
 * @param productionOrder the order; absent for a lot that no order needs or may take
 * @param planned the day of that order as it is planned
 * @param lot the lot; absent for what is missing
 * @param expiry its last day
 * @param quantity how much, in the base unit
 */
public record PlannedUse(
        SiteId site,
        ItemNumber item,
        LocalDate due,
        PlannedUseKind kind,
        Optional<String> productionOrder,
        Optional<LocalDate> planned,
        Optional<LotKey> lot,
        Optional<LocalDate> expiry,
        Quantity quantity) {
    public PlannedUse {
        Objects.requireNonNull(site);
        Objects.requireNonNull(item);
        Objects.requireNonNull(due);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(productionOrder);
        Objects.requireNonNull(planned);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(quantity);
    }
}
