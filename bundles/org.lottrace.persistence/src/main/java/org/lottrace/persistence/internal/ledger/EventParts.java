package org.lottrace.persistence.internal.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.hibernate.StatelessSession;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.lot.LotRows;

/** Takes an event apart into rows and writes each kind of row as one batch. */
final class EventParts {
    private EventParts() {}

    static void insert(StatelessSession session, RecordedEvent recorded) {
        TraceEvent event = recorded.event();
        long position = recorded.position();
        LotRows lots = LotRows.of(session, lotsOf(event));
        session.insert(new TraceEventEntity(recorded));
        insert(session, position, event.documents(), EventDocumentEntity::new);
        insert(session, position, event.lines(), (id, line) -> new EventLineEntity(id, line, lots));
        insert(session, position, event.edges(), (id, edge) -> new LotEdgeEntity(id, edge, lots));
        insert(
                session,
                position,
                event.dispositionChanges(),
                (id, change) -> new EventDispositionEntity(id, change, lots));
    }

    private static <P> void insert(
            StatelessSession session, long position, List<P> parts, BiFunction<EventPartId, P, Object> row) {
        List<Object> rows = new ArrayList<>();
        for (P part : parts) {
            rows.add(row.apply(new EventPartId(position, rows.size()), part));
        }
        session.insertMultiple(rows);
    }

    private static Set<LotKey> lotsOf(TraceEvent event) {
        Set<LotKey> keys = new HashSet<>();
        event.lines().forEach(line -> keys.add(line.lot()));
        event.edges().forEach(edge -> keys.addAll(List.of(edge.input(), edge.output())));
        event.dispositionChanges().forEach(change -> keys.add(change.lot()));
        return keys;
    }
}
