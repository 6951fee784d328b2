package org.lottrace.api.genealogy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.InvalidIdentifierException;

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

    private static final String YEARS = "time, in the years 1 to 9999";
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant FARTHEST = Instant.parse("+10000-01-02T00:00:00Z");

    /**
     * @throws IllegalArgumentException if the position is less than 0
     * @throws InvalidIdentifierException if a time is one that nothing can have been recorded with
     */
    public AsOf {
        knownAt.ifPresent(AsOf::check);
        happenedBy.ifPresent(AsOf::check);
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

    /**
     * @return what had happened by the end of that day in that zone, as it is known today
     * @throws InvalidIdentifierException if the day is not in the years 1 to 9999
     */
    public static AsOf endOf(LocalDate day, ZoneId zone) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new InvalidIdentifierException(YEARS, day.toString());
        }
        return happenedBy(day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1));
    }

    /** @return true when it is about now: no limit holds */
    public boolean isLatest() {
        return equals(LATEST);
    }

    /** @return true when what happened at that instant counts, as far as {@link #happenedBy} says */
    public boolean hasHappened(Instant instant) {
        return happenedBy.filter(instant::isAfter).isEmpty();
    }

    /** @return true when the event had been recorded, as far as {@link #position} and {@link #knownAt} say */
    public boolean hasRecorded(RecordedEvent event) {
        return position.filter(last -> event.position() > last).isEmpty()
                && knownAt.filter(event.recorded()::isAfter).isEmpty();
    }

    private static void check(Instant moment) {
        if (moment.isBefore(EARLIEST) || moment.isAfter(FARTHEST)) {
            throw new InvalidIdentifierException(YEARS, moment.toString());
        }
    }
}
