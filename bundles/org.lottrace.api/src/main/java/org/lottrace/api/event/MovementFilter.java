package org.lottrace.api.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;

/**
 * Which movements are wanted: those for which everything that is said here is true. Times are cut to microseconds.
 *
 * @param lot of that lot
 * @param item of lots of that item
 * @param unit into that logistic unit, in it, or out of it
 * @param site recorded at that site
 * @param party from that party or to it
 * @param document of events that name that document
 * @param type of events of that type
 * @param actor of events that name that actor, exactly; empty: of all
 * @param happenedFrom that happened then or later
 * @param happenedUntil that happened earlier
 * @param recordedFrom that were recorded then or later
 * @param recordedUntil that were recorded earlier
 */
public record MovementFilter(
        Optional<LotKey> lot,
        Optional<ItemNumber> item,
        Optional<Sscc> unit,
        Optional<SiteId> site,
        Optional<PartyId> party,
        Optional<DocumentReference> document,
        Optional<EventType> type,
        String actor,
        Optional<Instant> happenedFrom,
        Optional<Instant> happenedUntil,
        Optional<Instant> recordedFrom,
        Optional<Instant> recordedUntil) {
    /** All movements. */
    public static final MovementFilter NONE = new MovementFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public MovementFilter {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(item);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(site);
        Objects.requireNonNull(party);
        Objects.requireNonNull(document);
        Objects.requireNonNull(type);
        Objects.requireNonNull(actor);
        happenedFrom = happenedFrom.map(MovementFilter::cut);
        happenedUntil = happenedUntil.map(MovementFilter::cut);
        recordedFrom = recordedFrom.map(MovementFilter::cut);
        recordedUntil = recordedUntil.map(MovementFilter::cut);
    }

    private static Instant cut(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }
}
