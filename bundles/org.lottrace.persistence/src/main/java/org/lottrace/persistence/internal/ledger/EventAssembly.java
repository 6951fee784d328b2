package org.lottrace.persistence.internal.ledger;

import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;

/** Puts events together from their rows: one statement for each kind of row, however many events there are. */
final class EventAssembly {
    private EventAssembly() {}

    /**
     * @return the events in the order of {@code rows}
     * @throws IllegalArgumentException if what is stored makes no sense, as somebody else has written there
     */
    static List<RecordedEvent> events(StatelessSession session, List<TraceEventEntity> rows) {
        try {
            return assembled(session, rows);
        } catch (NullPointerException | DateTimeException e) {
            throw new IllegalArgumentException("what is stored of an event makes no sense: " + e.getMessage(), e);
        }
    }

    private static List<RecordedEvent> assembled(StatelessSession session, List<TraceEventEntity> rows) {
        List<Long> positions = rows.stream().map(row -> row.ledgerPosition).toList();
        var documents = documents(session, positions);
        var said = SaidAtEvents.read(session, positions);
        var lines = parts(
                session,
                positions,
                EventLineEntity.class,
                "join fetch p.lot",
                p -> p.id,
                p -> p.toLine(said.ofLine(p.id)));
        var edges = parts(
                session,
                positions,
                LotEdgeEntity.class,
                "join fetch p.input join fetch p.output",
                p -> p.id,
                p -> p.toEdge());
        var changes = EventDispositions.of(
                session,
                rows.stream()
                        .filter(row -> row.dispositions > 0)
                        .map(row -> row.eventId)
                        .toList());
        var lotChanges = parts(
                session,
                positions,
                EventLotChangeEntity.class,
                "join fetch p.lot",
                p -> p.id,
                p -> p.toChange(said.before(p.id), said.after(p.id)));
        var anchors = parts(session, positions, EventAnchorEntity.class, "", p -> p.id, p -> p.toAnchor());
        return rows.stream()
                .map(row -> new RecordedEvent(
                        new TraceEvent(
                                row.context(),
                                row.type,
                                documents.getOrDefault(row.ledgerPosition, List.of()),
                                row.corrected(),
                                lines.getOrDefault(row.ledgerPosition, List.of()),
                                edges.getOrDefault(row.ledgerPosition, List.of()),
                                changes.getOrDefault(row.eventId, List.of()),
                                lotChanges.getOrDefault(row.ledgerPosition, List.of()),
                                said.ofEvent(row.ledgerPosition),
                                anchors.getOrDefault(row.ledgerPosition, List.of())),
                        row.form,
                        row.cell,
                        row.ledgerPosition,
                        row.recorded.toInstant(),
                        row.hash))
                .toList();
    }

    /** @return the documents of the events at those positions, the main one first */
    static Map<Long, List<DocumentReference>> documents(StatelessSession session, List<Long> positions) {
        return parts(session, positions, EventDocumentEntity.class, "", p -> p.id, p -> p.toReference());
    }

    static <R, P> Map<Long, List<P>> parts(
            StatelessSession session,
            List<Long> positions,
            Class<R> row,
            String fetch,
            Function<R, EventPartId> id,
            Function<R, P> part) {
        String hql = "select p from " + row.getSimpleName() + " p " + fetch
                + " where p.id.ledgerPosition = any_id(:positions, 0) order by p.id.ledgerPosition, p.id.part";
        return Chunks.query(positions, chunk -> session.createSelectionQuery(hql, row)
                        .setParameter("positions", AnyOf.ids(chunk))
                        .getResultList())
                .stream()
                .collect(Collectors.groupingBy(
                        r -> id.apply(r).ledgerPosition(), Collectors.mapping(part, Collectors.toList())));
    }
}
