package org.lottrace.intake.internal.subject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.lottrace.api.cost.ExchangeRates;

/**
 * A row of a list of exchange rates. The names of the components are those of the columns.
 *
 * @param source who published it
 * @param factor what one of the currency is worth in that of the books
 */
record RateRow(String source, LocalDate day, String currency, BigDecimal factor) {
    ExchangeRates.Rate rate() {
        return new ExchangeRates.Rate(day, currency, factor);
    }

    /** @return what makes it the same as one that is recorded */
    List<Object> said() {
        return List.of(source, day, currency, factor.stripTrailingZeros());
    }
}
