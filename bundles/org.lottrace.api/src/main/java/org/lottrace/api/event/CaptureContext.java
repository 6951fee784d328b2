package org.lottrace.api.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteCalendar;

/**
 * Who asks for an event, when and where: what only the sender can know. It says no day, no offset and no company; those are
 * the site's, and the service that records the event {@link #settledAt settles} them.
 *
 * @param id identity and idempotency key of the event
 * @param effective when it happened, kept to the microsecond
 * @param accountingDate the day on which it is to count in the books; absent for the day at the site when it happened
 * @param actor the person or system that logged in and records it
 * @param onBehalfOf the person or system that did it, as the actor says; empty when it was the actor
 * @param device the device that captured it; empty when there was none
 * @param site the own site where it happened
 * @param source how it reached LotTrace
 * @param basis whether it is asked for or has happened; absent for what is {@link #usually usual} for such an event
 */
public record CaptureContext(
        EventId id,
        Instant effective,
        Optional<LocalDate> accountingDate,
        String actor,
        String onBehalfOf,
        String device,
        SiteId site,
        CaptureSource source,
        Optional<Basis> basis) {
    /** @throws IllegalArgumentException if there is no actor */
    public CaptureContext {
        Objects.requireNonNull(id);
        effective = effective.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(accountingDate);
        Objects.requireNonNull(onBehalfOf);
        Objects.requireNonNull(device);
        Objects.requireNonNull(site);
        Objects.requireNonNull(source);
        Objects.requireNonNull(basis);
        if (actor.isBlank()) {
            throw new IllegalArgumentException("event " + id + " names no actor");
        }
    }

    /** @return the same request under another id */
    public CaptureContext as(EventId other) {
        return new CaptureContext(other, effective, accountingDate, actor, onBehalfOf, device, site, source, basis);
    }

    /** @return the same request, to count in the books on the day at the site when it happened */
    public CaptureContext onUsualDay() {
        return new CaptureContext(id, effective, Optional.empty(), actor, onBehalfOf, device, site, source, basis);
    }

    /** @return the same request, on this basis when it names none */
    public CaptureContext usually(Basis usual) {
        return new CaptureContext(
                id,
                effective,
                accountingDate,
                actor,
                onBehalfOf,
                device,
                site,
                source,
                Optional.of(basis.orElse(usual)));
    }

    /**
     * @param place the site that {@link #site} names
     * @return what is recorded: with the offset, the day and the company of the site; asked for when it does not say otherwise
     */
    public EventContext settledAt(Site place) {
        SiteCalendar calendar = place.calendar();
        return new EventContext(
                id,
                effective,
                calendar.offset(effective),
                accountingDate.orElseGet(() -> calendar.day(effective)),
                actor,
                onBehalfOf,
                device,
                Optional.of(place.company()),
                place.id(),
                source,
                basis.orElse(Basis.REQUESTED),
                "",
                "");
    }

    /**
     * @return true when that was settled from this request. Line and shift are not compared, because whoever records them
     *     does; nor what only the site knew, because it may know it differently now. What was asked for and is recorded may be
     *     reported afterwards: that is the same event
     */
    public boolean isRecordedAs(EventContext recorded) {
        return id.equals(recorded.id())
                && effective.equals(recorded.effective())
                && accountingDate.orElseGet(recorded::localDate).equals(recorded.accountingDate())
                && actor.equals(recorded.actor())
                && onBehalfOf.equals(recorded.onBehalfOf())
                && device.equals(recorded.device())
                && site.equals(recorded.site())
                && source.equals(recorded.source())
                && basis.map(said -> said == Basis.REPORTED || said == recorded.basis())
                        .orElse(true);
    }
}
