package org.lottrace.persistence.internal.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.store.CustodyStore;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.lot.LotRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each answer is one stretch of an index, or a few, of the lines; their events are looked up one by one. */
@Component
public final class JpaCustodyStore implements CustodyStore {
    private static final Set<PlaceKind> OUTSIDE_PRODUCTION = outsideProduction();

    private final CurrentSession current;

    @Activate
    public JpaCustodyStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public List<CustodyStep> steps(Collection<LotKey> lots, long upTo) {
        return current.call(session -> steps(session, ofLots(session, lots, "", query -> query), upTo));
    }

    @Override
    public List<CustodyStep> stepsOutsideProduction(Collection<LotKey> lots, long upTo) {
        String kinds =
                OUTSIDE_PRODUCTION.stream().map(kind -> ":" + kind.code()).collect(Collectors.joining(", "));
        return current.call(session -> steps(
                session,
                ofLots(session, lots, " and p.to.kind in (" + kinds + ")", query -> {
                    OUTSIDE_PRODUCTION.forEach(kind -> query.setParameter(kind.code(), kind));
                    return query;
                }),
                upTo));
    }

    @Override
    public List<CustodyStep> stepsTo(Collection<Place> places, Collection<LotKey> lots, long upTo) {
        Map<PlaceKind, Set<String>> codes = new EnumMap<>(PlaceKind.class);
        places.forEach(place ->
                codes.computeIfAbsent(place.kind(), kind -> new TreeSet<>()).add(place.code()));
        return current.call(session -> {
            List<Row> rows = new ArrayList<>();
            codes.forEach((kind, ofKind) -> rows.addAll(ofLots(
                    session,
                    lots,
                    " and p.to.kind = :kind and p.to.code = any_text(:codes, 0)",
                    query -> query.setParameter("kind", kind).setParameter("codes", AnyOf.texts(ofKind)))));
            return steps(session, rows, upTo);
        });
    }

    @Override
    public List<CustodyStep> stepsAt(Collection<Long> positions, long upTo) {
        return current.call(session -> steps(
                session,
                Chunks.query(positions, chunk -> lines(session, "p.id.ledgerPosition = any_id(:positions, 0)")
                        .setParameter("positions", AnyOf.ids(chunk))
                        .getResultList()),
                upTo));
    }

    @Override
    public List<CustodyStep> newestSteps(LotKey lot, long before, long upTo, Optional<Instant> happenedBy, int events) {
        List<Long> ids = LotRows.of(current, List.of(lot)).ids();
        return ids.isEmpty()
                ? List.of()
                : current.call(session -> newestSteps(
                        session,
                        ids.get(0),
                        upTo == Long.MAX_VALUE ? before : Math.min(before, upTo + 1),
                        upTo,
                        happenedBy,
                        events));
    }

    /** What was reversed is seen only when it is read, so it goes on until there are enough. */
    private static List<CustodyStep> newestSteps(
            StatelessSession session, long lot, long before, long upTo, Optional<Instant> happenedBy, int events) {
        List<CustodyStep> found = new ArrayList<>();
        List<Long> positions = positions(session, lot, before, happenedBy, events);
        int missing = events;
        while (!positions.isEmpty()) {
            List<CustodyStep> more = steps(
                    session,
                    lines(session, "p.lotId = :lot and p.id.ledgerPosition = any_id(:positions, 0)")
                            .setParameter("lot", lot)
                            .setParameter("positions", AnyOf.ids(positions))
                            .getResultList(),
                    upTo);
            found.addAll(more);
            int asked = missing;
            missing -= (int) more.stream().map(CustodyStep::position).distinct().count();
            positions = missing == 0 || positions.size() < asked
                    ? List.of()
                    : positions(session, lot, positions.get(positions.size() - 1), happenedBy, missing);
        }
        return found.stream()
                .sorted(Comparator.comparingLong(CustodyStep::position).reversed())
                .toList();
    }

    /** @return of events that move the lot, the newest first; reversals are among them */
    private static List<Long> positions(
            StatelessSession session, long lot, long before, Optional<Instant> happenedBy, int events) {
        SelectionQuery<Long> query = session.createSelectionQuery(
                        "select distinct p.id.ledgerPosition from EventLineEntity p where p.lotId = :lot"
                                + " and p.id.ledgerPosition < :before"
                                + (happenedBy.isPresent() ? " and p.effectiveAt <= :happened" : "")
                                + " order by p.id.ledgerPosition desc",
                        Long.class)
                .setParameter("lot", lot)
                .setParameter("before", before)
                .setMaxResults(events);
        happenedBy.ifPresent(moment -> query.setParameter("happened", moment));
        return query.getResultList();
    }

    private List<Row> ofLots(
            StatelessSession session,
            Collection<LotKey> lots,
            String and,
            UnaryOperator<SelectionQuery<Row>> parameters) {
        return Chunks.query(LotRows.of(current, lots).ids(), chunk -> parameters
                .apply(lines(session, "p.lotId = any_id(:lots, 0)" + and))
                .setParameter("lots", AnyOf.ids(chunk))
                .getResultList());
    }

    private static SelectionQuery<Row> lines(StatelessSession session, String where) {
        return session.createSelectionQuery(
                        "select e, p from EventLineEntity p join fetch p.lot"
                                + " join TraceEventEntity e on e.ledgerPosition = p.id.ledgerPosition where " + where
                                + " and e.type <> :reverse",
                        Row.class)
                .setParameter("reverse", EventType.REVERSE);
    }

    private static List<CustodyStep> steps(StatelessSession session, List<Row> lines, long upTo) {
        Set<String> reversed = reversed(session, lines, upTo);
        List<Row> rows = lines.stream()
                .filter(row -> row.event().ledgerPosition <= upTo && !reversed.contains(row.event().eventId))
                .sorted(Comparator.comparing((Row row) -> row.event().ledgerPosition)
                        .thenComparing(row -> row.line().id.part()))
                .toList();
        Map<Long, List<DocumentReference>> documents = EventAssembly.documents(
                session,
                rows.stream().map(row -> row.event().ledgerPosition).distinct().toList());
        return rows.stream()
                .map(row -> row.toStep(documents.getOrDefault(row.event().ledgerPosition, List.of())))
                .toList();
    }

    /** @return the ids of those of the events that were reversed by then */
    private static Set<String> reversed(StatelessSession session, List<Row> lines, long upTo) {
        Set<String> ids = lines.stream().map(row -> row.event().eventId).collect(Collectors.toSet());
        return Chunks.query(ids, chunk -> session.createSelectionQuery(
                                "from TraceEventEntity where corrects = any_text(:ids, 0) and type = :reverse",
                                TraceEventEntity.class)
                        .setParameter("ids", AnyOf.texts(chunk))
                        .setParameter("reverse", EventType.REVERSE)
                        .getResultList())
                .stream()
                .filter(reversal -> reversal.ledgerPosition <= upTo)
                .map(reversal -> reversal.corrects)
                .collect(Collectors.toSet());
    }

    private static Set<PlaceKind> outsideProduction() {
        Set<PlaceKind> kinds = EnumSet.allOf(PlaceKind.class);
        kinds.removeIf(kind -> !kind.holdsStock() || kind == PlaceKind.PRODUCTION_ORDER);
        return kinds;
    }

    record Row(TraceEventEntity event, EventLineEntity line) {
        CustodyStep toStep(List<DocumentReference> documents) {
            EventContext context = event.context();
            return new CustodyStep(
                    context.id(),
                    event.ledgerPosition,
                    event.type,
                    context.effective().atOffset(context.offset()),
                    context.actor(),
                    context.site(),
                    documents,
                    line.lot.key(),
                    line.from.toPosition(),
                    line.to.toPosition(),
                    line.quantity.toQuantity());
        }
    }
}
