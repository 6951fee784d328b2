package org.lottrace.persistence.internal.ledger;

import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.lottrace.api.event.KeyDatum;

/** The key data elements of some events, by what they belong to. */
final class SaidAtEvents {
    private final Map<Long, List<EventKeyDatumEntity>> keyData;
    private final Map<Long, List<EventLotValueEntity>> lotValues;

    private SaidAtEvents(Map<Long, List<EventKeyDatumEntity>> keyData, Map<Long, List<EventLotValueEntity>> lotValues) {
        this.keyData = keyData;
        this.lotValues = lotValues;
    }

    static SaidAtEvents read(StatelessSession session, List<Long> positions) {
        return new SaidAtEvents(
                EventAssembly.parts(session, positions, EventKeyDatumEntity.class, "", p -> p.id, p -> p),
                EventAssembly.parts(session, positions, EventLotValueEntity.class, "", p -> p.id, p -> p));
    }

    List<KeyDatum> ofEvent(long position) {
        return keyData(position, EventKeyDatumEntity.OF_THE_EVENT);
    }

    List<KeyDatum> ofLine(EventPartId line) {
        return keyData(line.ledgerPosition(), line.part());
    }

    List<KeyDatum> before(EventPartId change) {
        return lotValues(change, false);
    }

    List<KeyDatum> after(EventPartId change) {
        return lotValues(change, true);
    }

    private List<KeyDatum> keyData(long position, int line) {
        return keyData.getOrDefault(position, List.of()).stream()
                .filter(row -> row.linePart == line)
                .map(row -> row.datum.toDatum())
                .toList();
    }

    private List<KeyDatum> lotValues(EventPartId change, boolean after) {
        return lotValues.getOrDefault(change.ledgerPosition(), List.of()).stream()
                .filter(row -> row.changePart == change.part() && row.after == after)
                .map(row -> row.datum.toDatum())
                .toList();
    }
}
