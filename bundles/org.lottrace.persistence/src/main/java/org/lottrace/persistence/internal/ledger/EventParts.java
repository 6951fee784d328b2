package org.lottrace.persistence.internal.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.hibernate.StatelessSession;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.lot.LotRows;

/** Takes an event apart into rows and writes each kind of row as one batch; {@link EventDispositions} apart. */
final class EventParts {
    private EventParts() {}

    static void insert(StatelessSession session, RecordedEvent recorded, LotRows lots) {
        TraceEvent event = recorded.event();
        long position = recorded.position();
        session.insert(new EventIdentityEntity(recorded));
        session.insert(new TraceEventEntity(recorded));
        insert(session, position, event.documents(), EventDocumentEntity::new);
        insert(session, position, event.lines(), (id, line) -> new EventLineEntity(id, line, lots));
        insert(session, position, event.edges(), (id, edge) -> new LotEdgeEntity(id, edge, lots));
        insert(session, position, keyData(event), (id, said) -> new EventKeyDatumEntity(id, said.of(), said.datum()));
        insert(session, position, event.lotChanges(), (id, change) -> new EventLotChangeEntity(id, change, lots));
        insert(
                session,
                position,
                lotValues(event),
                (id, known) -> new EventLotValueEntity(id, known.of(), known.after(), known.datum()));
        insert(session, position, event.anchors(), EventAnchorEntity::new);
    }

    /** What the event and its lines say; -1 stands for the event. */
    private static List<Said> keyData(TraceEvent event) {
        List<Said> said = new ArrayList<>();
        event.keyData().forEach(datum -> said.add(new Said(EventKeyDatumEntity.OF_THE_EVENT, true, datum)));
        for (int i = 0; i < event.lines().size(); i++) {
            int line = i;
            event.lines().get(i).keyData().forEach(datum -> said.add(new Said(line, true, datum)));
        }
        return said;
    }

    private static List<Said> lotValues(TraceEvent event) {
        List<Said> known = new ArrayList<>();
        for (int i = 0; i < event.lotChanges().size(); i++) {
            int change = i;
            event.lotChanges().get(i).before().forEach(datum -> known.add(new Said(change, false, datum)));
            event.lotChanges().get(i).after().forEach(datum -> known.add(new Said(change, true, datum)));
        }
        return known;
    }

    /** @param of the part that it belongs to */
    private record Said(int of, boolean after, KeyDatum datum) {}

    private static <P> void insert(
            StatelessSession session, long position, List<P> parts, BiFunction<EventPartId, P, Object> row) {
        List<Object> rows = new ArrayList<>();
        for (P part : parts) {
            rows.add(row.apply(new EventPartId(position, rows.size()), part));
        }
        session.insertMultiple(rows);
    }

    static Set<LotKey> lotsOf(TraceEvent event) {
        Set<LotKey> keys = new HashSet<>();
        event.lines().forEach(line -> keys.add(line.lot()));
        event.edges().forEach(edge -> keys.addAll(List.of(edge.input(), edge.output())));
        event.dispositionChanges().forEach(change -> keys.add(change.lot()));
        event.lotChanges().forEach(change -> keys.add(change.lot()));
        return keys;
    }
}
