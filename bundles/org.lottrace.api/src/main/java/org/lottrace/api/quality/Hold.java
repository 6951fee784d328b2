package org.lottrace.api.quality;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Position;

/**
 * One reason for which a lot is held. Each stands by itself until it is released.
 *
 * @param event the event that set it: its name, beside its reason
 * @param reason why, for people
 * @param since when it happened
 * @param by who set it
 * @param at where the goods are that are held; absent for the whole lot, wherever it is
 */
public record Hold(EventId event, String reason, Instant since, String by, Optional<Position> at)
        implements Comparable<Hold> {
    private static final Comparator<Hold> OLDEST_FIRST =
            Comparator.comparing(Hold::since).thenComparing(hold -> hold.event().value());

    public Hold {
        Objects.requireNonNull(event);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(since);
        Objects.requireNonNull(by);
        Objects.requireNonNull(at);
    }

    /** @return true when that is its reason, or the id of its event */
    public boolean isNamed(String name) {
        return reason.equals(name) || event.value().equals(name);
    }

    /** @return true when it holds what is at that position: the whole lot, all at that place, or that logistic unit wherever it is */
    public boolean covers(Position position) {
        return at.map(held -> held.container().isPresent()
                        ? held.container().equals(position.container())
                        : held.place().equals(position.place()))
                .orElse(true);
    }

    /** The oldest first. */
    @Override
    public int compareTo(Hold other) {
        return OLDEST_FIRST.compare(this, other);
    }
}
