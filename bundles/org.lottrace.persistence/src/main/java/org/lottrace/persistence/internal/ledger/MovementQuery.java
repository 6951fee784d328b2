package org.lottrace.persistence.internal.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.MovementFilter;
import org.lottrace.api.event.MovementLine;
import org.lottrace.api.event.MovementPage;
import org.lottrace.api.event.MovementPlace;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.value.ExactInstant;

/**
 * Lines of events, the newest first. Each look is at so many events at most: those that an index finds for the rarest thing that is asked
 * for, or the next ones of the ledger.
 */
final class MovementQuery {
    /** Looks of one answer: then it says how far it came. */
    private static final int MOST_LOOKS = 10;

    /** An item with more lots is no rare thing: its lines are met in the ledger. */
    private static final int FEW_LOTS = 2_000;

    /** So many events of the ledger are taken at once where they are met one after the other. */
    private static final int NEXT_EVENTS = 1_000;

    private static final String LINES = "select e, p from EventLineEntity p join fetch p.lot"
            + " join TraceEventEntity e on e.ledgerPosition = p.id.ledgerPosition"
            + " where ";

    private static final String ORDER = " order by p.id.ledgerPosition desc, p.id.part desc";

    private final StatelessSession session;
    private final MovementFilter filter;
    private final Optional<Long> lot;
    private final long bottom;
    private final Optional<List<Long>> lotsOfItem;
    private final Optional<List<Long>> inTime;

    /**
     * @param lot id of the lot of the filter
     * @param bottom only events behind that position
     */
    MovementQuery(StatelessSession session, MovementFilter filter, Optional<Long> lot, long bottom) {
        this.session = session;
        this.filter = filter;
        this.lot = lot;
        this.bottom = bottom;
        this.lotsOfItem = filter.item().isPresent() && isNothingRarer() ? lotsOfItem() : Optional.empty();
        this.inTime = filter.happenedFrom().isPresent() && isNothingRarer() && lotsOfItem.isEmpty()
                ? inTime()
                : Optional.empty();
    }

    MovementPage page(MovementPlace start, int limit) {
        List<LineRow> found = new ArrayList<>();
        MovementPlace next = start;
        for (int look = 0; look < MOST_LOOKS && found.size() < limit && isMore(next); look++) {
            Look at = look(next.position());
            List<Long> wanted = at.positions().stream()
                    .filter(position -> position > bottom)
                    .toList();
            if (!wanted.isEmpty()) {
                found.addAll(rows(next, wanted, limit - found.size()));
            }
            next = found.size() == limit
                    ? placeOf(found.get(limit - 1))
                    : new MovementPlace(Math.max(bottom, at.floor()) + 1, 0);
        }
        return new MovementPage(lines(found), Optional.of(next).filter(this::isMore));
    }

    /**
     * What is looked at together.
     *
     * @param positions of events, the newest first
     * @param floor no event behind it is left out
     */
    private record Look(List<Long> positions, long floor) {}

    private Look look(long upTo) {
        return positions(upTo)
                .map(rare -> new Look(fitting(rare), floorOf(rare)))
                .orElseGet(() -> nextEvents(upTo));
    }

    /** @return those of the events that fit by what is said of events, in their order */
    private List<Long> fitting(List<Long> positions) {
        String conditions = eventConditions();
        return conditions.isEmpty() || positions.isEmpty()
                ? positions
                : ofEvents(session.createSelectionQuery(
                                "select e.ledgerPosition from TraceEventEntity e"
                                        + " where e.ledgerPosition = any_id(:positions, 0)" + conditions
                                        + " order by e.ledgerPosition desc",
                                Long.class))
                        .setParameter("positions", AnyOf.ids(positions))
                        .getResultList();
    }

    private boolean isMore(MovementPlace next) {
        return next.position() > bottom + 1 || next.position() == bottom + 1 && next.line() > 1;
    }

    /** @return what is before the oldest of so many as are looked at together; the beginning when there are fewer */
    private static long floorOf(List<Long> positions) {
        return positions.size() < Ledger.STRETCH ? 0 : positions.get(positions.size() - 1) - 1;
    }

    /** The next events of the ledger that may have such lines, in a stretch of it. */
    private Look nextEvents(long upTo) {
        long floor = Math.max(bottom, upTo - Ledger.STRETCH);
        SelectionQuery<Long> query = ofEvents(session.createSelectionQuery(
                        "select e.ledgerPosition from TraceEventEntity e where e.ledgerPosition > :floor"
                                + " and e.ledgerPosition <= :position" + eventConditions()
                                + " order by e.ledgerPosition desc",
                        Long.class))
                .setParameter("floor", floor)
                .setParameter("position", upTo)
                .setMaxResults(NEXT_EVENTS);
        List<Long> positions = query.getResultList();
        return new Look(positions, positions.size() < NEXT_EVENTS ? floor : positions.get(NEXT_EVENTS - 1) - 1);
    }

    private String eventConditions() {
        return (filter.site().isPresent() ? " and e.site = :site" : "")
                + (filter.type().isPresent() ? " and e.type = :type" : "")
                + (filter.actor().isEmpty() ? "" : " and e.actor = :actor")
                + (filter.happenedFrom().isPresent() ? " and e.effective.at >= :from" : "")
                + (filter.happenedUntil().isPresent() ? " and e.effective.at < :until" : "");
    }

    private <T> SelectionQuery<T> ofEvents(SelectionQuery<T> query) {
        times(query);
        filter.site().ifPresent(site -> query.setParameter("site", site.value()));
        filter.type().ifPresent(type -> query.setParameter("type", type));
        if (!filter.actor().isEmpty()) {
            query.setParameter("actor", filter.actor());
        }
        return query;
    }

    private boolean isNothingRarer() {
        return filter.document().isEmpty()
                && lot.isEmpty()
                && filter.unit().isEmpty()
                && filter.party().isEmpty();
    }

    /** @return the newest events up to the position that have to do with the rarest thing that is asked for; empty: look at all */
    private Optional<List<Long>> positions(long upTo) {
        if (filter.document().isPresent()) {
            return Optional.of(newest(
                    "EventDocumentEntity p where p.document.type = :type and p.document.number = :number",
                    upTo,
                    query -> query.setParameter("type", filter.document().get().type())
                            .setParameter("number", filter.document().get().number())));
        }
        if (lot.isPresent()) {
            return Optional.of(newest(
                    "EventLineEntity p where p.lotId = :lot", upTo, query -> query.setParameter("lot", lot.get())));
        }
        if (filter.unit().isPresent()) {
            return Optional.of(
                    LedgerQueries.positionsOfUnit(session, filter.unit().get(), upTo + 1, Ledger.STRETCH));
        }
        if (filter.party().isPresent()) {
            return Optional.of(Stream.of("from", "to")
                    .flatMap(end -> newest(
                            "EventLineEntity p where p." + end + ".code = :party and p." + end + ".kind = :kind",
                            upTo,
                            query -> query.setParameter(
                                            "party", filter.party().get().value())
                                    .setParameter("kind", PlaceKind.PARTY))
                            .stream())
                    .distinct()
                    .sorted(Comparator.reverseOrder())
                    .limit(Ledger.STRETCH)
                    .toList());
        }
        return lotsOfItem
                .map(ids -> newest(
                        "EventLineEntity p where p.lotId = any_id(:lots, 0)",
                        upTo,
                        query -> query.setParameter("lots", AnyOf.ids(ids))))
                .or(() -> inTime.map(
                        all -> all.stream().filter(position -> position <= upTo).toList()));
    }

    private List<Long> newest(String rows, long upTo, UnaryOperator<SelectionQuery<Long>> asked) {
        return asked.apply(session.createSelectionQuery(
                                "select distinct p.id.ledgerPosition from " + rows
                                        + " and p.id.ledgerPosition <= :position order by p.id.ledgerPosition desc",
                                Long.class)
                        .setParameter("position", upTo)
                        .setMaxResults(Ledger.STRETCH))
                .getResultList();
    }

    private Optional<List<Long>> lotsOfItem() {
        List<Long> ids = session.createSelectionQuery("select l.id from LotEntity l where l.item = :item", Long.class)
                .setParameter("item", filter.item().orElseThrow().value())
                .setMaxResults(FEW_LOTS + 1)
                .getResultList();
        return Optional.of(ids).filter(few -> few.size() <= FEW_LOTS);
    }

    /** @return the events of that time, the newest first, when they are not more than are looked at together */
    private Optional<List<Long>> inTime() {
        SelectionQuery<Long> query = session.createSelectionQuery(
                "select e.ledgerPosition from TraceEventEntity e where e.effective.at >= :from"
                        + (filter.happenedUntil().isPresent() ? " and e.effective.at < :until" : ""),
                Long.class);
        return Optional.of(times(query).setMaxResults(Ledger.STRETCH + 1).getResultList())
                .filter(few -> few.size() <= Ledger.STRETCH)
                .map(few -> few.stream().sorted(Comparator.reverseOrder()).toList());
    }

    private <T> SelectionQuery<T> times(SelectionQuery<T> query) {
        filter.happenedFrom()
                .ifPresent(
                        from -> query.setParameter("from", ExactInstant.of(from).at()));
        filter.happenedUntil()
                .ifPresent(until ->
                        query.setParameter("until", ExactInstant.of(until).at()));
        return query;
    }

    /** The rest of the event that the page before ended in, then the others: asked for together, H2 gives lines twice. */
    private List<LineRow> rows(MovementPlace before, List<Long> positions, int limit) {
        List<LineRow> rows = new ArrayList<>();
        if (before.line() > 1 && positions.contains(before.position())) {
            rows.addAll(
                    lines("p.id.ledgerPosition = :position and p.id.part < :part", limit, query -> query.setParameter(
                                    "position", before.position())
                            .setParameter("part", before.line() - 1)));
        }
        List<Long> others = positions.stream()
                .filter(position -> position < before.position())
                .toList();
        if (rows.size() < limit && !others.isEmpty()) {
            rows.addAll(lines(
                    "p.id.ledgerPosition = any_id(:positions, 0)",
                    limit - rows.size(),
                    query -> query.setParameter("positions", AnyOf.ids(others))));
        }
        return rows;
    }

    private List<LineRow> lines(String where, int limit, UnaryOperator<SelectionQuery<LineRow>> asked) {
        String hql = LINES
                + where
                + (lot.isPresent() ? " and p.lotId = :lot" : "")
                + (filter.item().isPresent() ? " and p.lot.item = :item" : "")
                + (filter.unit().isPresent() ? " and (p.to.sscc = :unit or p.from.sscc = :unit)" : "")
                + (filter.party().isPresent()
                        ? " and (p.from.code = :party and p.from.kind = :kind or p.to.code = :party and p.to.kind = :kind)"
                        : "");
        SelectionQuery<LineRow> query = asked.apply(session.createSelectionQuery(hql + ORDER, LineRow.class))
                .setMaxResults(limit);
        lot.ifPresent(id -> query.setParameter("lot", id));
        filter.item().ifPresent(item -> query.setParameter("item", item.value()));
        filter.unit().ifPresent(unit -> query.setParameter("unit", unit.value()));
        filter.party()
                .ifPresent(party -> query.setParameter("party", party.value()).setParameter("kind", PlaceKind.PARTY));
        return query.getResultList();
    }

    private static MovementPlace placeOf(LineRow row) {
        return new MovementPlace(row.line().id.ledgerPosition(), row.line().id.part() + 1);
    }

    private List<MovementLine> lines(List<LineRow> rows) {
        Map<Long, List<DocumentReference>> documents = EventAssembly.documents(
                session,
                rows.stream().map(row -> row.event().ledgerPosition).distinct().toList());
        Corrections corrections = Corrections.of(
                session,
                rows.stream().map(row -> row.event().eventId).distinct().toList());
        return rows.stream()
                .map(row -> row.toLine(documents.getOrDefault(row.event().ledgerPosition, List.of()), corrections))
                .toList();
    }

    record LineRow(TraceEventEntity event, EventLineEntity line) {
        MovementLine toLine(List<DocumentReference> documents, Corrections corrections) {
            return new MovementLine(
                    event.ledgerPosition,
                    line.id.part() + 1,
                    event.context().id(),
                    event.type,
                    event.effective.toInstant(),
                    event.context().offset(),
                    event.recorded.toInstant(),
                    event.context().site(),
                    event.actor,
                    documents,
                    line.lot.key(),
                    line.quantity.toQuantity(),
                    line.from.toPosition(),
                    line.to.toPosition(),
                    event.corrected(),
                    corrections.reversal(event.eventId),
                    corrections.others(event.eventId));
        }
    }
}
