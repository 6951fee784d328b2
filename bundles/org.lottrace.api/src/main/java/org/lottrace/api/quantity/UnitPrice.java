package org.lottrace.api.quantity;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The price agreed for one unit. A plain statement of the order: only {@code org.lottrace.api.cost} calculates with
 * money.
 *
 * <p>Trailing zeros are dropped, so {@code 12.50} equals {@code 12.5}.
 *
 * @param amount zero or more, in major units of the currency, exact: at most 10 decimals and 15 digits before the point
 * @param currency ISO 4217 code
 * @param per the unit the price is for
 */
public record UnitPrice(BigDecimal amount, String currency, UnitOfMeasure per) {
    /** Most decimals it can have. */
    public static final int MAXIMUM_SCALE = 10;

    private static final Pattern ISO_4217 = Pattern.compile("[A-Z]{3}");

    /**
     * @throws IllegalArgumentException if the amount is negative or the currency is no ISO 4217 code
     * @throws ArithmeticException if the amount has more decimals or digits than can be kept exactly
     */
    public UnitPrice {
        Objects.requireNonNull(per);
        amount = ExactDecimal.of(amount, MAXIMUM_SCALE);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a price is zero or more, not " + amount.toPlainString());
        }
        if (!ISO_4217.matcher(currency).matches()) {
            throw new IllegalArgumentException("a currency is an ISO 4217 code such as EUR, not \"" + currency + "\"");
        }
    }
}
