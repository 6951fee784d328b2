package org.lottrace.api.lot;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;

/**
 * A lot and what is known about it. Where it is, what it is made of and what it costs are projections of the ledger.
 *
 * @param key what makes it unique
 * @param productionDate calendar date at the place of production, no time zone
 * @param expiry last calendar day on which it may be used, no time zone; absent when it does not expire
 * @param supplierLotNumber the number exactly as the supplier wrote it; kept beside, never overwritten
 * @param madeAt the own site that produced it; absent for a lot that was received
 * @param corrected the number on the goods when it is not the one of the key: the key never changes
 */
public record Lot(
        LotKey key,
        Optional<LocalDate> productionDate,
        Optional<LocalDate> expiry,
        Optional<String> supplierLotNumber,
        Optional<SiteId> madeAt,
        Optional<LotNumber> corrected) {
    public Lot {
        Objects.requireNonNull(key);
        Objects.requireNonNull(productionDate);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(supplierLotNumber);
        Objects.requireNonNull(madeAt);
        Objects.requireNonNull(corrected);
    }

    /** A lot whose number was never corrected. */
    public Lot(
            LotKey key,
            Optional<LocalDate> productionDate,
            Optional<LocalDate> expiry,
            Optional<String> supplierLotNumber,
            Optional<SiteId> madeAt) {
        this(key, productionDate, expiry, supplierLotNumber, madeAt, Optional.empty());
    }

    /** @return the number on the goods, as it is known now */
    public LotNumber number() {
        return corrected.orElse(key.number());
    }
}
