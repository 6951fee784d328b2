package org.lottrace.api.planning;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What was lost of a lot because it expired.
 *
 * @param site where
 * @param lot which lot
 * @param expiry its last day
 * @param day on which it was destroyed; of what is still on stock the day after its expiry
 * @param disposal the event that destroyed it; absent when it is still on stock
 * @param quantity how much, in the base unit
 * @param value what the journal wrote off; of what is still on stock what it costs now; absent when the books do not say
 */
public record WastedLot(
        SiteId site,
        LotKey lot,
        LocalDate expiry,
        LocalDate day,
        Optional<EventId> disposal,
        Quantity quantity,
        Optional<Money> value) {
    public WastedLot {
        Objects.requireNonNull(site);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(day);
        Objects.requireNonNull(disposal);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(value);
    }
}
