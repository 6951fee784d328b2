package org.lottrace.api.lot;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.SiteId;

/**
 * A lot and what is known about it. Where it is, what it is made of and what it costs are projections of the ledger.
 *
 * @param key what makes it unique
 * @param productionDate calendar date at the place of production, no time zone
 * @param expiry last calendar day on which it may be used, no time zone; absent when it does not expire
 * @param supplierLotNumber the number exactly as the supplier wrote it; kept beside, never overwritten
 * @param madeAt the own site that produced it; absent for a lot that was received
 */
public record Lot(
        LotKey key,
        Optional<LocalDate> productionDate,
        Optional<LocalDate> expiry,
        Optional<String> supplierLotNumber,
        Optional<SiteId> madeAt) {
    public Lot {
        Objects.requireNonNull(key);
        Objects.requireNonNull(productionDate);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(supplierLotNumber);
        Objects.requireNonNull(madeAt);
    }
}
