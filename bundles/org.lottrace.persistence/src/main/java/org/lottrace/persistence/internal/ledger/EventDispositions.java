package org.lottrace.persistence.internal.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.lot.LotRows;

/** What events set. It belongs to the id of its event, and can be written before the event has a position. */
final class EventDispositions {
    private EventDispositions() {}

    static List<EventDispositionEntity> rows(TraceEvent event, LotRows lots) {
        List<EventDispositionEntity> rows = new ArrayList<>();
        for (DispositionChange change : event.dispositionChanges()) {
            rows.add(new EventDispositionEntity(
                    new EventDispositionEntity.Key(event.id().value(), rows.size()), change, lots));
        }
        return rows;
    }

    /** @return the changes of those events, by the id of the event */
    static Map<String, List<DispositionChange>> of(StatelessSession session, List<String> events) {
        return Chunks.query(events, chunk -> session.createSelectionQuery(
                                "select d from EventDispositionEntity d join fetch d.lot"
                                        + " where d.id.eventId = any_text(:events, 0) order by d.id.eventId, d.id.part",
                                EventDispositionEntity.class)
                        .setParameter("events", AnyOf.texts(chunk))
                        .getResultList())
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.id.eventId(),
                        Collectors.mapping(EventDispositionEntity::toChange, Collectors.toList())));
    }
}
