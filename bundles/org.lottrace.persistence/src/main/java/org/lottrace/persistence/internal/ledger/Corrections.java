package org.lottrace.persistence.internal.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;

/** Which events take back or correct others. */
final class Corrections {
    private final Map<String, List<Row>> byCorrected;

    private Corrections(List<Row> rows) {
        byCorrected = rows.stream().collect(Collectors.groupingBy(Row::corrected));
    }

    /** @param events ids of those that may be corrected */
    static Corrections of(StatelessSession session, List<String> events) {
        return new Corrections(Chunks.query(events, chunk -> session.createSelectionQuery(
                        "select e.corrects, e.eventId, e.type from TraceEventEntity e"
                                + " where e.corrects = any_text(:events, 0) order by e.ledgerPosition",
                        Row.class)
                .setParameter("events", AnyOf.texts(chunk))
                .getResultList()));
    }

    /** @return the event that takes it back */
    Optional<EventId> reversal(String event) {
        return rows(event).stream()
                .filter(row -> row.type() == EventType.REVERSE)
                .map(row -> new EventId(row.correction()))
                .findFirst();
    }

    /** @return the events that correct it without taking it back, by position */
    List<EventId> others(String event) {
        return rows(event).stream()
                .filter(row -> row.type() != EventType.REVERSE)
                .map(row -> new EventId(row.correction()))
                .toList();
    }

    private List<Row> rows(String event) {
        return byCorrected.getOrDefault(event, List.of());
    }

    record Row(String corrected, String correction, EventType type) {}
}
