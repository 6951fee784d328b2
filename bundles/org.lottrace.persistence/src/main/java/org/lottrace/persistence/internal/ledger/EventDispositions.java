package org.lottrace.persistence.internal.ledger;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.StatelessSession;
import org.lottrace.api.event.DispositionChange;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.lot.LotRows;

/** What events set. It belongs to the id of its event, and can be written before the event has a position. */
final class EventDispositions {
    private EventDispositions() {}

    /** One statement, however many there are. */
    static void insert(StatelessSession session, TraceEvent event, LotRows lots) {
        List<DispositionChange> changes = event.dispositionChanges();
        if (changes.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery("insert into event_disposition (event_id, part, lot_id, disposition, reason)"
                        + " select cast(:event as varchar), r.part, r.lot_id, r.disposition, r.reason"
                        + " from unnest(cast(:parts as integer array), cast(:lots as bigint array),"
                        + " cast(:dispositions as varchar array), cast(:reasons as varchar array))"
                        + " r (part, lot_id, disposition, reason)")
                .setParameter("event", event.id().value())
                .setParameter(
                        "parts", IntStream.range(0, changes.size()).boxed().toArray(Integer[]::new))
                .setParameter(
                        "lots",
                        changes.stream()
                                .map(change -> lots.get(change.lot()).id())
                                .toArray(Long[]::new))
                .setParameter("dispositions", texts(changes, change -> change.disposition()
                        .code()))
                .setParameter("reasons", texts(changes, DispositionChange::reason))
                .executeUpdate();
    }

    /** @return the changes of those events, by the id of the event */
    static Map<String, List<DispositionChange>> of(StatelessSession session, List<String> events) {
        return Chunks.query(events, chunk -> session.createSelectionQuery(
                                "select d from EventDispositionEntity d join fetch d.lot"
                                        + " where d.id.eventId = any_text(:events) order by d.id.eventId, d.id.part",
                                EventDispositionEntity.class)
                        .setParameter("events", AnyOf.texts(chunk))
                        .getResultList())
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.id.eventId(),
                        Collectors.mapping(EventDispositionEntity::toChange, Collectors.toList())));
    }

    private static String[] texts(List<DispositionChange> changes, Function<DispositionChange, String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }
}
