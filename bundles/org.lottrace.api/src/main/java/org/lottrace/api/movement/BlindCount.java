package org.lottrace.api.movement;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * A count of which nobody who counts sees the book, nor what another one found.
 *
 * @param countSheet number of the count
 * @param entries who has counted so far, in the order in which it was told, without what they found
 * @param differences where the last two entries differ; empty until two have counted, and when they agree
 * @param decided the event that booked it; absent until then
 */
public record BlindCount(
        String countSheet, List<Entry> entries, List<Difference> differences, Optional<EventId> decided) {
    public BlindCount {
        Objects.requireNonNull(countSheet);
        entries = List.copyOf(entries);
        differences = List.copyOf(differences);
        Objects.requireNonNull(decided);
    }

    /**
     * That somebody has counted.
     *
     * @param event as which it was recorded
     * @param counter who counted
     * @param at when
     */
    public record Entry(EventId event, String counter, Instant at) {
        public Entry {
            Objects.requireNonNull(event);
            Objects.requireNonNull(counter);
            Objects.requireNonNull(at);
        }
    }

    /**
     * Where two people found something else.
     *
     * @param lot of which lot
     * @param position where
     * @param first what the last but one found, as entered; absent when it is not on that sheet
     * @param second what the last one found, as entered; absent when it is not on that sheet
     */
    public record Difference(LotKey lot, Position position, Optional<Quantity> first, Optional<Quantity> second) {
        public Difference {
            Objects.requireNonNull(lot);
            Objects.requireNonNull(position);
            Objects.requireNonNull(first);
            Objects.requireNonNull(second);
        }
    }
}
