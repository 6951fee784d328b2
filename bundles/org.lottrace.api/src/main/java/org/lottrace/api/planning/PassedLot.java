package org.lottrace.api.planning;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * A lot that stayed although it expires earlier than one that was shipped from the same site. It was good for the customer on the day of
 * delivery, not held, in a location from which can be allocated, and more of it was there after the shipment than other orders had got
 * before: as it was recorded when the shipment was.
 *
 * @param shipped what went instead
 * @param earlier the lot that stayed
 * @param expiry its expiry, as it is known now
 * @param quantity how much of it could have gone instead, in the base unit
 * @param reason why it stayed
 * @param words what the allocation or the person said; empty for {@link PassedReason#UNEXPLAINED}
 * @param spoiled how much of {@code quantity} was lost because it expired, until now or a year after the last day that was asked for, in the
 *     base unit; what several shipments passed over counts for the first of them
 * @param spoiledValue its share of what that cost; absent when nothing was lost, or the books do not say
 */
public record PassedLot(
        ShippedLot shipped,
        LotKey earlier,
        LocalDate expiry,
        Quantity quantity,
        PassedReason reason,
        String words,
        Quantity spoiled,
        Optional<Money> spoiledValue) {
    public PassedLot {
        Objects.requireNonNull(shipped);
        Objects.requireNonNull(earlier);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(words);
        Objects.requireNonNull(spoiled);
        Objects.requireNonNull(spoiledValue);
    }
}
