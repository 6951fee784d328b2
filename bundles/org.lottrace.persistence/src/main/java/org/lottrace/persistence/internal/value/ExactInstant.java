package org.lottrace.persistence.internal.value;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A moment to the nanosecond. PostgreSQL keeps microseconds; what is left over has a column of its own, so that an instant
 * that is read equals the one that was written, and so does the hash over it.
 *
 * @param at cut to microseconds, UTC
 * @param nanos the nanoseconds that were cut, 0 to 999
 */
@Embeddable
public record ExactInstant(Instant at, int nanos) {
    public static ExactInstant of(Instant instant) {
        return new ExactInstant(instant.truncatedTo(ChronoUnit.MICROS), instant.getNano() % 1000);
    }

    public Instant toInstant() {
        return at.plusNanos(nanos);
    }
}
