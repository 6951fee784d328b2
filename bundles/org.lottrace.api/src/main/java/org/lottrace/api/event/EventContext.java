package org.lottrace.api.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.lottrace.api.id.SiteId;

/**
 * Who captured an event, when and where.
 *
 * @param id identity and idempotency key of the event
 * @param effective when it happened, kept to the microsecond
 * @param offset offset from UTC at the place when it happened (EPCIS eventTimeZoneOffset)
 * @param accountingDate the day on which it counts in the books
 * @param actor the person or system that did it
 * @param device the device that captured it; empty when there was none
 * @param site the own site where it happened
 * @param source how it reached LotTrace
 */
public record EventContext(
        EventId id,
        Instant effective,
        ZoneOffset offset,
        LocalDate accountingDate,
        String actor,
        String device,
        SiteId site,
        CaptureSource source) {
    /** @throws IllegalArgumentException if there is no actor */
    public EventContext {
        Objects.requireNonNull(id);
        effective = effective.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(offset);
        Objects.requireNonNull(accountingDate);
        Objects.requireNonNull(device);
        Objects.requireNonNull(site);
        Objects.requireNonNull(source);
        if (actor.isBlank()) {
            throw new IllegalArgumentException("event " + id + " names no actor");
        }
    }

    /** @return the calendar date at the place when it happened */
    public LocalDate localDate() {
        return effective.atOffset(offset).toLocalDate();
    }
}
