package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.quantity.UnitPrice;

/**
 * Rates of books whose currency is not the one into which rates are recorded: one recorded rate over the other, half up to
 * {@link UnitPrice#MAXIMUM_SCALE} decimals. With 1 USD = 0.80 EUR and 1 GBP = 1.20 EUR, books in dollars have 1 GBP = 1.50 USD and
 * 1 EUR = 1.25 USD.
 *
 * @param common currency into which rates are recorded
 * @param books currency into which they are asked
 */
record CrossRates(String common, String books) {
    /** @param recorded rate of a currency into the common one */
    Optional<QuotedRate> of(String currency, LocalDate day, Function<String, Optional<QuotedRate>> recorded) {
        if (currency.equals(books)) {
            return Optional.of(new QuotedRate(currency, BigDecimal.ONE, day, "the same currency"));
        }
        return recorded.apply(books)
                .flatMap(own -> currency.equals(common)
                        ? Optional.of(over(new QuotedRate(currency, BigDecimal.ONE, own.day(), own.source()), own))
                        : recorded.apply(currency).map(other -> over(other, own)));
    }

    private static QuotedRate over(QuotedRate rate, QuotedRate own) {
        BigDecimal factor = rate.factor()
                .divide(own.factor(), UnitPrice.MAXIMUM_SCALE, Layer.ROUNDING)
                .stripTrailingZeros();
        LocalDate day = rate.day().isBefore(own.day()) ? rate.day() : own.day();
        String source = rate.source().equals(own.source()) ? own.source() : rate.source() + " and " + own.source();
        return new QuotedRate(rate.currency(), factor, day, source);
    }
}
