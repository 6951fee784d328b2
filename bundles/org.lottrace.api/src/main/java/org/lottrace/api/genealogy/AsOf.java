package org.lottrace.api.genealogy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * Which events an answer takes into account. Several limits hold together. The past is replayed from the ledger, never
 * concluded from what there is today.
 *
 * @param position only events up to this ledger position
 * @param knownAt only events that were recorded by then: what the company could know
 * @param happenedBy only events that happened by then, whenever they were recorded; when the goods left earlier than they
 *     came, by what was entered, a balance is less than zero
 */
public record AsOf(Optional<Long> position, Optional<Instant> knownAt, Optional<Instant> happenedBy) {
    /** Everything there is. */
    public static final AsOf LATEST = new AsOf(Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException if the position is less than 0 */
    public AsOf {
        Objects.requireNonNull(knownAt);
        Objects.requireNonNull(happenedBy);
        position.filter(p -> p < 0).ifPresent(p -> {
            throw new IllegalArgumentException("a ledger position is 0 or more, not " + p);
        });
    }

    /** @return the ledger as it was when it ended there */
    public static AsOf position(long position) {
        return new AsOf(Optional.of(position), Optional.empty(), Optional.empty());
    }

    /** @return what had been recorded by that instant */
    public static AsOf knownAt(Instant instant) {
        return new AsOf(Optional.empty(), Optional.of(instant), Optional.empty());
    }

    /** @return what had happened by that instant, as it is known today */
    public static AsOf happenedBy(Instant instant) {
        return new AsOf(Optional.empty(), Optional.empty(), Optional.of(instant));
    }

    /** @return what had happened by the end of that day in that zone, as it is known today */
    public static AsOf endOf(LocalDate day, ZoneId zone) {
        return happenedBy(day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1));
    }
}
