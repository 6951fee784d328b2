package org.lottrace.api.planning;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.quantity.Quantity;

/**
 * Whether a lot will sell in time, when the lots of its item at its site go out by their expiry.
 *
 * @param lot which lot, and how much is there
 * @param ahead how much goes before it
 * @param basis from what the chance was worked out, or why there is none
 * @param weeks whole weeks of history behind it, from the first one with demand on
 * @param weekly mean demand of a week, in the base unit, 3 digits behind the point
 * @param chance that something is left after the expiry, 0 to 1, 4 digits behind the point
 * @param left how much is left on average, 3 digits behind the point
 * @param value what that costs; absent when the books do not say
 */
public record LotRisk(
        ExpiringLot lot,
        Quantity ahead,
        RiskBasis basis,
        int weeks,
        BigDecimal weekly,
        Optional<BigDecimal> chance,
        Optional<Quantity> left,
        Optional<Money> value) {
    public LotRisk {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(ahead);
        Objects.requireNonNull(basis);
        Objects.requireNonNull(weekly);
        Objects.requireNonNull(chance);
        Objects.requireNonNull(left);
        Objects.requireNonNull(value);
    }
}
