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
 * @param line the production line or work centre (ISA-95) where it happened; empty when it was not told
 * @param shift the shift that did it; empty when it was not told
 */
public record EventContext(
        EventId id,
        Instant effective,
        ZoneOffset offset,
        LocalDate accountingDate,
        String actor,
        String device,
        SiteId site,
        CaptureSource source,
        String line,
        String shift) {
    /** @throws IllegalArgumentException if there is no actor */
    public EventContext {
        Objects.requireNonNull(id);
        effective = effective.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(offset);
        Objects.requireNonNull(accountingDate);
        Objects.requireNonNull(device);
        Objects.requireNonNull(site);
        Objects.requireNonNull(source);
        Objects.requireNonNull(line);
        Objects.requireNonNull(shift);
        if (actor.isBlank()) {
            throw new IllegalArgumentException("event " + id + " names no actor");
        }
    }

    /**
     * A context that names no line and no shift.
     *
     * @throws IllegalArgumentException if there is no actor
     */
    public EventContext(
            EventId id,
            Instant effective,
            ZoneOffset offset,
            LocalDate accountingDate,
            String actor,
            String device,
            SiteId site,
            CaptureSource source) {
        this(id, effective, offset, accountingDate, actor, device, site, source, "", "");
    }

    /** @return the same with this line and shift; either may be empty */
    public EventContext on(String newLine, String newShift) {
        return new EventContext(id, effective, offset, accountingDate, actor, device, site, source, newLine, newShift);
    }

    /** @return the calendar date at the place when it happened */
    public LocalDate localDate() {
        return effective.atOffset(offset).toLocalDate();
    }
}
