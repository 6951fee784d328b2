package org.lottrace.api.cost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.lottrace.api.event.EventId;

/**
 * An exchange rate. Of several of a day and currency the one with the highest position counts for what is recorded behind it.
 *
 * @param position of its event in the ledger
 * @param event that says it
 * @param day for which it was published; no time zone
 * @param currency ISO 4217 code
 * @param factor what one of it is worth in the functional currency
 * @param source who published it
 * @param by who recorded it
 * @param at when it was recorded, cut to microseconds
 */
public record RecordedRate(
        long position,
        EventId event,
        LocalDate day,
        String currency,
        BigDecimal factor,
        String source,
        String by,
        Instant at) {
    public RecordedRate {
        Objects.requireNonNull(event);
        Objects.requireNonNull(day);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(factor);
        Objects.requireNonNull(source);
        Objects.requireNonNull(by);
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
