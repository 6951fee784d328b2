package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;

/**
 * What became of a reversal. When it was done before, only the events are known.
 *
 * @param event the event that reverses the one that was asked for
 * @param following those that reverse what stood on it, in the order in which they were recorded
 * @param cancelled reservations that were given up, as the goods are not there any more or must not be used
 * @param dispositionsKept lots whose disposition stays as it is: it was changed again since, or they took a hold over when they
 *     were made of what was held; release those that may be used
 */
public record Reversed(
        RecordedEvent event,
        List<RecordedEvent> following,
        List<Reservation> cancelled,
        List<LotKey> dispositionsKept) {
    public Reversed {
        Objects.requireNonNull(event);
        following = List.copyOf(following);
        cancelled = List.copyOf(cancelled);
        dispositionsKept = List.copyOf(dispositionsKept);
    }
}
