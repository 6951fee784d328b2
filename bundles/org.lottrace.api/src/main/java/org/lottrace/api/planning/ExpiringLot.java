package org.lottrace.api.planning;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What of a lot lies in the locations of a site now.
 *
 * @param site where
 * @param lot which lot
 * @param expiry its last day
 * @param daysLeft from today at the site to that day; less than 0 when it is expired
 * @param quantity how much, in the base unit, whatever is reserved or held
 * @param value what it costs; absent when the books do not say
 */
public record ExpiringLot(
        SiteId site, LotKey lot, LocalDate expiry, int daysLeft, Quantity quantity, Optional<Money> value) {
    public ExpiringLot {
        Objects.requireNonNull(site);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(value);
    }
}
