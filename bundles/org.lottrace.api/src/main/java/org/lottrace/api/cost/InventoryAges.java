package org.lottrace.api.cost;

import java.util.Objects;
import org.joda.money.Money;

/**
 * How long the goods on stock have been there at the end of a day, by the first accounting date of their lot, and what of them will not
 * be sold in time. Amounts in the functional currency.
 *
 * @param upTo30 of lots that came at most 30 days before
 * @param upTo90 31 to 90 days
 * @param upTo180 91 to 180 days
 * @param older 181 days and more
 * @param expired of lots whose expiry has passed
 * @param expiresSoon of lots that expire within the days that were asked for; with {@code expired} the provision that these days ask for
 */
public record InventoryAges(Money upTo30, Money upTo90, Money upTo180, Money older, Money expired, Money expiresSoon) {
    public InventoryAges {
        Objects.requireNonNull(upTo30);
        Objects.requireNonNull(upTo90);
        Objects.requireNonNull(upTo180);
        Objects.requireNonNull(older);
        Objects.requireNonNull(expired);
        Objects.requireNonNull(expiresSoon);
    }

    /** @return all that is on stock */
    public Money total() {
        return upTo30.plus(upTo90).plus(upTo180).plus(older);
    }

    /** @return what has expired or will expire within these days: its whole value */
    public Money provision() {
        return expired.plus(expiresSoon);
    }
}
