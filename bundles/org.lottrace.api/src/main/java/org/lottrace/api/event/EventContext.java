package org.lottrace.api.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;

/**
 * Who captured an event, when and where, as it is recorded.
 *
 * @param id identity and idempotency key of the event
 * @param effective when it happened, kept to the microsecond
 * @param offset offset from UTC at the place when it happened (EPCIS eventTimeZoneOffset)
 * @param accountingDate the day on which it counts in the books
 * @param actor the person or system that logged in and recorded it
 * @param onBehalfOf the person or system that did it, as the actor says; empty when it was the actor
 * @param device the device that captured it; empty when there was none
 * @param company whose event it is: the company that runs the site; absent in events of form 1
 * @param site the own site where it happened
 * @param source how it reached LotTrace
 * @param basis whether it was asked for or had happened
 * @param line the production line or work centre (ISA-95) where it happened; empty when it was not told
 * @param shift the shift that did it; empty when it was not told
 */
public record EventContext(
        EventId id,
        Instant effective,
        ZoneOffset offset,
        LocalDate accountingDate,
        String actor,
        String onBehalfOf,
        String device,
        Optional<PartyId> company,
        SiteId site,
        CaptureSource source,
        Basis basis,
        String line,
        String shift) {
    /** @throws IllegalArgumentException if there is no actor */
    public EventContext {
        Objects.requireNonNull(id);
        effective = effective.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(offset);
        Objects.requireNonNull(accountingDate);
        Objects.requireNonNull(onBehalfOf);
        Objects.requireNonNull(device);
        Objects.requireNonNull(company);
        Objects.requireNonNull(site);
        Objects.requireNonNull(source);
        Objects.requireNonNull(basis);
        Objects.requireNonNull(line);
        Objects.requireNonNull(shift);
        if (actor.isBlank()) {
            throw new IllegalArgumentException("event " + id + " names no actor");
        }
    }

    /** @return the same context under another id */
    public EventContext as(EventId other) {
        return with(other, line, shift);
    }

    /**
     * A context that names no company, nobody else who did it, no line and no shift.
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
        this(
                id,
                effective,
                offset,
                accountingDate,
                actor,
                "",
                device,
                Optional.empty(),
                site,
                source,
                Basis.REQUESTED,
                "",
                "");
    }

    /** @return the same with this line and shift; either may be empty */
    public EventContext on(String newLine, String newShift) {
        return with(id, newLine, newShift);
    }

    private EventContext with(EventId newId, String newLine, String newShift) {
        return new EventContext(
                newId,
                effective,
                offset,
                accountingDate,
                actor,
                onBehalfOf,
                device,
                company,
                site,
                source,
                basis,
                newLine,
                newShift);
    }

    /** @return the calendar date at the place when it happened */
    public LocalDate localDate() {
        return effective.atOffset(offset).toLocalDate();
    }
}
