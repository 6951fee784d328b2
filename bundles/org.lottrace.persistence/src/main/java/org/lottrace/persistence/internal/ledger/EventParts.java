package org.lottrace.persistence.internal.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.lot.LotRows;

/** Takes an event apart into rows; {@link EventDispositions} apart. */
final class EventParts {
    private EventParts() {}

    static List<Object> rows(RecordedEvent recorded, LotRows lots) {
        TraceEvent event = recorded.event();
        long position = recorded.position();
        List<Object> rows = new ArrayList<>(List.of(new EventIdentityEntity(recorded), new TraceEventEntity(recorded)));
        add(rows, position, event.documents(), EventDocumentEntity::new);
        add(
                rows,
                position,
                event.lines(),
                (id, line) -> new EventLineEntity(id, event.context().effective(), line, lots));
        add(rows, position, event.edges(), (id, edge) -> new LotEdgeEntity(id, edge, lots));
        add(rows, position, keyData(event), (id, said) -> new EventKeyDatumEntity(id, said.of(), said.datum()));
        add(rows, position, event.lotChanges(), (id, change) -> new EventLotChangeEntity(id, change, lots));
        add(
                rows,
                position,
                lotValues(event),
                (id, known) -> new EventLotValueEntity(id, known.of(), known.after(), known.datum()));
        add(rows, position, event.anchors(), EventAnchorEntity::new);
        return rows;
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

    private static <P> void add(
            List<Object> rows, long position, List<P> parts, BiFunction<EventPartId, P, Object> row) {
        for (int part = 0; part < parts.size(); part++) {
            rows.add(row.apply(new EventPartId(position, part), parts.get(part)));
        }
    }

    /** @param dispositions whether those of which it only sets a disposition are among them */
    static Set<LotKey> lotsOf(TraceEvent event, boolean dispositions) {
        Set<LotKey> keys = new HashSet<>();
        event.lines().forEach(line -> keys.add(line.lot()));
        event.edges().forEach(edge -> keys.addAll(List.of(edge.input(), edge.output())));
        if (dispositions) {
            event.dispositionChanges().forEach(change -> keys.add(change.lot()));
        }
        event.lotChanges().forEach(change -> keys.add(change.lot()));
        return keys;
    }
}
