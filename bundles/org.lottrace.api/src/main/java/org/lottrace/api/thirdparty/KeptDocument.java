package org.lottrace.api.thirdparty;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.EventId;

/**
 * A document that was recorded. What it says is never changed: what it booked is corrected as any event is, what it said by another document,
 * and a shipping order that nobody has shipped can be cancelled.
 *
 * @param position its place among all documents, 1 for the first
 * @param document what it says
 * @param recordedBy who recorded it
 * @param recorded when
 * @param events what it booked, which may have been reversed since; empty for what books nothing, and for a shipping advice whose sales
 *     order is not known yet
 * @param cancelled who took it back; absent for all but shipping orders
 * @param unsent whether it is ours and nobody was there to send it when it was recorded or cancelled; whoever sends is asked again later
 */
public record KeptDocument(
        long position,
        StockDocument document,
        String recordedBy,
        Instant recorded,
        List<EventId> events,
        Optional<Cancelling> cancelled,
        boolean unsent) {
    public KeptDocument {
        Objects.requireNonNull(document);
        Objects.requireNonNull(recordedBy);
        recorded = recorded.truncatedTo(ChronoUnit.MICROS);
        events = List.copyOf(events);
        Objects.requireNonNull(cancelled);
    }

    /** @return the same, with what it booked */
    public KeptDocument booked(List<EventId> newEvents) {
        return new KeptDocument(position, document, recordedBy, recorded, newEvents, cancelled, unsent);
    }

    /** @return the same, taken back */
    public KeptDocument cancelledBy(Cancelling cancelling, boolean isUnsent) {
        return new KeptDocument(position, document, recordedBy, recorded, events, Optional.of(cancelling), isUnsent);
    }

    /** @return the same, after whoever sends was asked */
    public KeptDocument handedOn() {
        return new KeptDocument(position, document, recordedBy, recorded, events, cancelled, false);
    }

    /**
     * That somebody took an order back.
     *
     * @param by who
     * @param at when
     * @param reason why, 1 to 2000 characters
     */
    public record Cancelling(String by, Instant at, String reason) {
        public Cancelling {
            Objects.requireNonNull(by);
            at = at.truncatedTo(ChronoUnit.MICROS);
            Objects.requireNonNull(reason);
        }
    }
}
