package org.lottrace.api.thirdparty;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.EventId;

/**
 * A document that was recorded. It is never changed: what it booked is corrected as any event is, and what it said by another document.
 *
 * @param position its place among all documents, 1 for the first
 * @param document what it says
 * @param recordedBy who recorded it
 * @param recorded when
 * @param events what it booked, which may have been reversed since; empty for what books nothing, and for a shipping advice whose sales
 *     order is not known yet
 */
public record KeptDocument(
        long position, StockDocument document, String recordedBy, Instant recorded, List<EventId> events) {
    public KeptDocument {
        Objects.requireNonNull(document);
        Objects.requireNonNull(recordedBy);
        recorded = recorded.truncatedTo(ChronoUnit.MICROS);
        events = List.copyOf(events);
    }
}
