package org.lottrace.api.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.CaptureContext;

/**
 * What foreign currencies are worth in the functional currency, as somebody published it.
 *
 * @param context who, when and where it was recorded; rates count for what is recorded after them
 * @param source who published them, such as ECB, 1 to {@value #LONGEST_SOURCE} characters
 * @param rates at most {@value #MOST}; each day and currency once
 */
public record ExchangeRates(CaptureContext context, String source, List<Rate> rates) {
    /** Most rates at once. */
    public static final int MOST = 1_000;

    /** Longest name of a source. */
    public static final int LONGEST_SOURCE = 50;

    public ExchangeRates {
        Objects.requireNonNull(context);
        Objects.requireNonNull(source);
        rates = List.copyOf(rates);
    }

    /**
     * @param day for which it was published; no time zone
     * @param currency a foreign one, ISO 4217 code
     * @param factor what one of it is worth in the functional currency, more than zero, at most 10 decimals and less than 1,000,000:
     *     0.92 for one dollar in euros (the European Central Bank publishes it the other way round)
     */
    public record Rate(LocalDate day, String currency, BigDecimal factor) {
        public Rate {
            Objects.requireNonNull(day);
            Objects.requireNonNull(currency);
            Objects.requireNonNull(factor);
        }
    }
}
