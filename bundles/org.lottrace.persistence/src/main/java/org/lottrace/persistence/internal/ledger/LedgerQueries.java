package org.lottrace.persistence.internal.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventFilter;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.LaterLine;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.ExactInstant;
import org.lottrace.persistence.internal.value.QuantityPart;

/** What genealogy and recall ask of the ledger. */
final class LedgerQueries {
    /** Wherever an event can say something that stays with a lot. */
    private static final List<Naming> DECIDING = List.of(
            Naming.ofPart("EventLotChangeEntity", "lot"),
            // the few events first: ten thousand lots of one recall would be compared with every event of the ledger
            new Naming(
                    "(select distinct d.id.eventId as eventId from EventDispositionEntity d where d.lot.id = any_id(:lots, 0)) s"
                            + " join EventIdentityEntity i on i.eventId = s.eventId where",
                    "i.ledgerPosition"));

    /** Wherever an event can name a lot. */
    private static final List<Naming> NAMINGS = Stream.concat(
                    Stream.of(
                            Naming.ofPart("EventLineEntity", "lot"),
                            Naming.ofPart("LotEdgeEntity", "input"),
                            Naming.ofPart("LotEdgeEntity", "output")),
                    DECIDING.stream())
            .toList();

    /**
     * @param rows up to the condition on the position
     * @param position of the event that the rows belong to
     */
    private record Naming(String rows, String position) {
        static Naming ofPart(String entity, String lot) {
            return new Naming(entity + " p where p." + lot + ".id = any_id(:lots, 0) and", "p.id.ledgerPosition");
        }

        String query() {
            return "select distinct " + position + " from " + rows + " " + position + " > :position order by "
                    + position;
        }

        String queryUpTo() {
            return "select distinct " + position + " from " + rows + " " + position + " <= :position";
        }

        String queryBefore() {
            return "select distinct " + position + " from " + rows + " " + position + " < :position order by "
                    + position + " desc";
        }
    }

    /** Wherever an event can say something of a logistic unit. */
    private static final List<String> UNIT_NAMINGS = List.of(
            ofUnit("p.id.ledgerPosition", "EventLineEntity p where p.to.sscc = :unit"),
            // one by one: "or" would use none of the indices
            ofUnit("n.id.from", "UnitNestingEntity n where n.id.unit = :unit"),
            ofUnit("n.id.from", "UnitNestingEntity n where n.parent = :unit"),
            ofUnit("n.until", "UnitNestingEntity n where n.id.unit = :unit"),
            ofUnit("n.until", "UnitNestingEntity n where n.parent = :unit"));

    /** Lines have no index of the unit that goods leave, but of the lot, which must have come into it before. */
    private static final String UNIT_LEFT =
            ofUnit("p.id.ledgerPosition", "EventLineEntity p where p.lotId = any_id(:lots, 0) and p.from.sscc = :unit");

    private static String ofUnit(String position, String rows) {
        return "select distinct " + position + " from " + rows + " and " + position + " < :position order by "
                + position + " desc";
    }

    /** What has left for a line that wants another item counts for no line. */
    private static final String OF_THE_ITEM = " and not exists (select 1 from SalesOrderEntity s join s.lines o"
            + " where s.number = p.orderLine.number and o.number = p.orderLine.line and o.item <> p.lot.item)";

    /** The rule of {@link org.lottrace.api.event.InForce}, of an event {@code e}. */
    private static final String IN_FORCE = " and e.type <> :reverse and not exists (select 1 from TraceEventEntity r"
            + " where r.corrects = e.eventId and r.type = :reverse)";

    private LedgerQueries() {}

    /**
     * A stretch of the ledger that ends before {@code position}: of one lot the events that name it, else so many positions that
     * reading them takes a bounded time whatever is wanted.
     */
    static NewestRows newest(
            StatelessSession session, EventFilter filter, Optional<Long> lotId, long position, int limit) {
        List<Long> ofLot =
                lotId.map(id -> positionsBefore(session, id, position)).orElse(List.of());
        long floor = lotId.isEmpty()
                ? Math.max(0, position - 1 - Ledger.STRETCH)
                : ofLot.size() < Ledger.STRETCH ? 0 : ofLot.get(ofLot.size() - 1) - 1;
        List<TraceEventEntity> rows = lotId.isPresent() && ofLot.isEmpty()
                ? List.of()
                : stretch(session, filter, ofLot, floor, position, limit);
        long reached = rows.size() == limit ? rows.get(limit - 1).ledgerPosition : floor + 1;
        return new NewestRows(rows, reached > 1 ? Optional.of(reached) : Optional.empty());
    }

    /** @param before where the next stretch ends; absent at the beginning of the ledger */
    record NewestRows(List<TraceEventEntity> rows, Optional<Long> before) {}

    private static List<TraceEventEntity> stretch(
            StatelessSession session, EventFilter filter, List<Long> ofLot, long floor, long position, int limit) {
        StringBuilder query =
                new StringBuilder("from TraceEventEntity where ledgerPosition > :floor and ledgerPosition < :position");
        query.append(ofLot.isEmpty() ? "" : " and ledgerPosition = any_id(:positions, 0)");
        query.append(filter.type().isPresent() ? " and type = :type" : "");
        query.append(filter.site().isPresent() ? " and site = :site" : "");
        SelectionQuery<TraceEventEntity> asked = session.createSelectionQuery(
                        query.append(" order by ledgerPosition desc").toString(), TraceEventEntity.class)
                .setParameter("floor", floor)
                .setParameter("position", position)
                .setMaxResults(limit);
        if (!ofLot.isEmpty()) {
            asked.setParameter("positions", AnyOf.ids(ofLot));
        }
        filter.type().ifPresent(type -> asked.setParameter("type", type));
        filter.site().ifPresent(site -> asked.setParameter("site", site.value()));
        return asked.getResultList();
    }

    private static List<Long> positionsBefore(StatelessSession session, long lotId, long position) {
        return NAMINGS.stream()
                .flatMap(naming -> session.createSelectionQuery(naming.queryBefore(), Long.class)
                        .setParameter("lots", AnyOf.ids(List.of(lotId)))
                        .setParameter("position", position)
                        .setMaxResults(Ledger.STRETCH)
                        .getResultStream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(Ledger.STRETCH)
                .toList();
    }

    /**
     * Goods leave a unit by lines of lots that came into it: so they are found by the index of what came.
     *
     * @return the newest {@code limit} positions before {@code position} whose events say something of the unit
     */
    static List<Long> positionsOfUnit(StatelessSession session, Sscc unit, long position, int limit) {
        Function<String, SelectionQuery<Long>> page = naming -> session.createSelectionQuery(naming, Long.class)
                .setParameter("unit", unit.value())
                .setParameter("position", position)
                .setMaxResults(limit);
        List<Long> lots = session.createSelectionQuery(
                        "select distinct p.lotId from EventLineEntity p where p.to.sscc = :unit", Long.class)
                .setParameter("unit", unit.value())
                .getResultList();
        List<Long> left = Chunks.query(lots, chunk -> page.apply(UNIT_LEFT)
                .setParameter("lots", AnyOf.ids(chunk))
                .getResultList());
        Stream<Long> others =
                UNIT_NAMINGS.stream().flatMap(naming -> page.apply(naming).getResultStream());
        return Stream.concat(left.stream(), others)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(limit)
                .toList();
    }

    /** @return the positions of the events in force in which a line of the item says one of the serial numbers */
    static List<Long> positionsOfPieces(StatelessSession session, ItemNumber item, Collection<String> serials) {
        return Chunks.query(Set.copyOf(serials), chunk -> pieces(session, Optional.of(item), chunk, "")
                        .getResultList())
                .stream()
                .distinct()
                .sorted()
                .toList();
    }

    /** @return of one serial number the newest {@code limit} positions */
    static List<Long> newestOfPiece(StatelessSession session, Optional<ItemNumber> item, String serial, int limit) {
        return pieces(session, item, Set.of(serial), " order by k.id.ledgerPosition desc")
                .setMaxResults(limit)
                .getResultList();
    }

    private static SelectionQuery<Long> pieces(
            StatelessSession session, Optional<ItemNumber> item, Collection<String> serials, String order) {
        SelectionQuery<Long> query = session.createSelectionQuery(
                        "select distinct k.id.ledgerPosition from EventKeyDatumEntity k"
                                + " join EventLineEntity p on p.id.ledgerPosition = k.id.ledgerPosition"
                                + " and p.id.part = k.linePart"
                                + " join TraceEventEntity e on e.ledgerPosition = k.id.ledgerPosition"
                                + " where k.datum.element = 'serial' and k.datum.text = any_text(:serials, 0)"
                                + (item.isPresent() ? " and p.lot.item = :item" : "") + IN_FORCE + order,
                        Long.class)
                .setParameter("serials", AnyOf.texts(serials))
                .setParameter("reverse", EventType.REVERSE);
        item.ifPresent(known -> query.setParameter("item", known.value()));
        return query;
    }

    /** @return the first {@code limit} positions after {@code position} whose events name one of the lots */
    static List<Long> positions(StatelessSession session, Collection<Long> lotIds, long position, int limit) {
        return Chunks.query(lotIds, chunk -> NAMINGS.stream()
                        .flatMap(naming -> session.createSelectionQuery(naming.query(), Long.class)
                                .setParameter("lots", AnyOf.ids(chunk))
                                .setParameter("position", position)
                                .setMaxResults(limit)
                                .getResultStream())
                        .toList())
                .stream()
                .distinct()
                .sorted()
                .limit(limit)
                .toList();
    }

    /** @return the positions of the events that say last what is known of the lots, in ascending order */
    static List<Long> newestChanges(StatelessSession session, Collection<Long> lotIds) {
        return Chunks.query(lotIds, chunk -> session.createSelectionQuery(
                                "select max(p.id.ledgerPosition) from EventLotChangeEntity p where p.lot.id = any_id(:lots, 0)"
                                        + " group by p.lot.id",
                                Long.class)
                        .setParameter("lots", AnyOf.ids(chunk))
                        .getResultList())
                .stream()
                .distinct()
                .sorted()
                .toList();
    }

    /** @return the positions up to that one of the events that decide something of the lots, and of the reversals of those */
    static List<Long> decisions(StatelessSession session, Collection<Long> lotIds, long upTo) {
        List<Long> deciding = Chunks.query(lotIds, chunk -> DECIDING.stream()
                .flatMap(naming -> session.createSelectionQuery(naming.queryUpTo(), Long.class)
                        .setParameter("lots", AnyOf.ids(chunk))
                        .setParameter("position", upTo)
                        .getResultStream())
                .distinct()
                .toList());
        List<Long> reversals = Chunks.query(deciding, chunk -> session.createSelectionQuery(
                        "select r.ledgerPosition from TraceEventEntity e join TraceEventEntity r on r.corrects = e.eventId"
                                + " where e.ledgerPosition = any_id(:events, 0) and r.type = :reverse and r.ledgerPosition <= :position",
                        Long.class)
                .setParameter("events", AnyOf.ids(chunk))
                .setParameter("reverse", EventType.REVERSE)
                .setParameter("position", upTo)
                .getResultList());
        return Stream.concat(deciding.stream(), reversals.stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Mostly nothing happened later: then one stretch of an index says so, and no event is looked at. */
    static List<LaterLine> linesAfter(StatelessSession session, LotRows lots, Instant moment) {
        List<EventLineEntity> lines = Chunks.query(lots.ids(), chunk -> session.createSelectionQuery(
                        "from EventLineEntity p where p.lotId = any_id(:lots, 0) and p.effectiveAt > :moment",
                        EventLineEntity.class)
                .setParameter("lots", AnyOf.ids(chunk))
                .setParameter("moment", moment)
                .getResultList());
        Map<Long, Instant> inForce = inForce(
                session,
                lines.stream().map(line -> line.id.ledgerPosition()).distinct().toList());
        Map<Long, LotKey> keys = lots.keys();
        return lines.stream()
                .filter(line -> inForce.containsKey(line.id.ledgerPosition()))
                .sorted(Comparator.comparing((EventLineEntity line) -> line.id.ledgerPosition())
                        .thenComparing(line -> line.id.part()))
                .map(line -> new LaterLine(
                        inForce.get(line.id.ledgerPosition()), line.toLine(keys.get(line.lotId), List.of())))
                .toList();
    }

    /** @return when those of the events happened that are in force */
    private static Map<Long, Instant> inForce(StatelessSession session, List<Long> positions) {
        return Chunks.query(positions, chunk -> session.createSelectionQuery(
                                "select e.ledgerPosition, e.effective from TraceEventEntity e"
                                        + " where e.ledgerPosition = any_id(:positions, 0)" + IN_FORCE,
                                Happened.class)
                        .setParameter("reverse", EventType.REVERSE)
                        .setParameter("positions", AnyOf.ids(chunk))
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(
                        Happened::position, event -> event.moment().toInstant()));
    }

    static Map<OrderLineReference, Quantity> moved(StatelessSession session, DocumentReference order, EventType how) {
        return session.createSelectionQuery(
                        "select p.orderLine.line, p.quantity from EventDocumentEntity d"
                                + " join TraceEventEntity e on e.ledgerPosition = d.id.ledgerPosition"
                                + " join EventLineEntity p on p.id.ledgerPosition = d.id.ledgerPosition"
                                + " where d.document.type = :type and d.document.number = :number and e.type = :how"
                                + " and p.orderLine.type = :type and p.orderLine.number = :number" + IN_FORCE
                                + (how == EventType.SHIP ? OF_THE_ITEM : ""),
                        ShippedRow.class)
                .setParameter("type", order.type())
                .setParameter("number", order.number())
                .setParameter("how", how)
                .setParameter("reverse", EventType.REVERSE)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> new OrderLineReference(order, row.line()),
                        row -> row.quantity().toQuantity(),
                        Quantity::plus));
    }

    /** As {@link #moved}, for many sales orders. */
    static Map<OrderLineReference, Quantity> shipped(StatelessSession session, Collection<String> numbers) {
        return Chunks.query(Set.copyOf(numbers), chunk -> session.createSelectionQuery(
                                "select d.document.number, p.orderLine.line, p.quantity from EventDocumentEntity d"
                                        + " join TraceEventEntity e on e.ledgerPosition = d.id.ledgerPosition"
                                        + " join EventLineEntity p on p.id.ledgerPosition = d.id.ledgerPosition"
                                        + " where d.document.type = :type and d.document.number = any_text(:numbers, 0)"
                                        + " and e.type = :how and p.orderLine.type = :type"
                                        + " and p.orderLine.number = d.document.number" + IN_FORCE + OF_THE_ITEM,
                                ShippedOfOrders.class)
                        .setParameter("type", DocumentType.SALES_ORDER)
                        .setParameter("numbers", AnyOf.texts(chunk))
                        .setParameter("how", EventType.SHIP)
                        .setParameter("reverse", EventType.REVERSE)
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(
                        row -> new OrderLineReference(
                                new DocumentReference(DocumentType.SALES_ORDER, row.number()), row.line()),
                        row -> row.quantity().toQuantity(),
                        Quantity::plus));
    }

    /** As {@link #moved}, for many transfer orders. */
    static Map<OrderLineReference, Quantity> dispatched(StatelessSession session, Collection<String> numbers) {
        return Chunks.query(Set.copyOf(numbers), chunk -> session.createSelectionQuery(
                                "select d.document.number, p.orderLine.line, p.quantity from EventDocumentEntity d"
                                        + " join TraceEventEntity e on e.ledgerPosition = d.id.ledgerPosition"
                                        + " join EventLineEntity p on p.id.ledgerPosition = d.id.ledgerPosition"
                                        + " where d.document.type = :type and d.document.number = any_text(:numbers, 0)"
                                        + " and e.type = :how and p.orderLine.type = :type"
                                        + " and p.orderLine.number = d.document.number" + IN_FORCE,
                                ShippedOfOrders.class)
                        .setParameter("type", DocumentType.TRANSFER_ORDER)
                        .setParameter("numbers", AnyOf.texts(chunk))
                        .setParameter("how", EventType.TRANSFER)
                        .setParameter("reverse", EventType.REVERSE)
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(
                        row -> new OrderLineReference(
                                new DocumentReference(DocumentType.TRANSFER_ORDER, row.number()), row.line()),
                        row -> row.quantity().toQuantity(),
                        Quantity::plus));
    }

    record ShippedOfOrders(String number, Integer line, QuantityPart quantity) {}

    /** The newest is looked for here: asked for in order, PostgreSQL reads all lines of all items from the end. */
    static Optional<LinePrice> lastPrice(StatelessSession session, ItemNumber item) {
        return session.createSelectionQuery(
                        "select p from EventLineEntity p"
                                + " join TraceEventEntity e on e.ledgerPosition = p.id.ledgerPosition"
                                + " where p.lot.item = :item and e.type in (:receive, :opening)"
                                + " and p.price.item is not null",
                        EventLineEntity.class)
                .setParameter("item", item.value())
                .setParameter("receive", EventType.RECEIVE)
                .setParameter("opening", EventType.OPENING)
                .getResultStream()
                .max(Comparator.comparing((EventLineEntity line) -> line.id.ledgerPosition())
                        .thenComparing(line -> line.id.part()))
                .flatMap(line -> LinePricePart.optional(line.price));
    }

    static List<StockBalance> opened(StatelessSession session, LotRows lots) {
        List<EventLineEntity> lines = Chunks.query(lots.ids(), chunk -> session.createSelectionQuery(
                        "from EventLineEntity p where p.lotId = any_id(:lots, 0) and p.from.kind = :opening",
                        EventLineEntity.class)
                .setParameter("lots", AnyOf.ids(chunk))
                .setParameter("opening", PlaceKind.OPENING)
                .getResultList());
        Map<Long, Instant> inForce = inForce(
                session,
                lines.stream().map(line -> line.id.ledgerPosition()).distinct().toList());
        Map<Long, LotKey> keys = lots.keys();
        return lines.stream()
                .filter(line -> inForce.containsKey(line.id.ledgerPosition()))
                .map(line -> line.toLine(keys.get(line.lotId), List.of()))
                .map(line -> new StockBalance(line.lot(), line.to(), line.quantity()))
                .toList();
    }

    record ShippedRow(Integer line, QuantityPart quantity) {}

    static List<Handover> handovers(StatelessSession session, Collection<Long> lotIds) {
        List<LineRow> rows = Chunks.query(lotIds, chunk -> session.createSelectionQuery(
                                "select e, p from EventLineEntity p join fetch p.lot"
                                        + " join TraceEventEntity e on e.ledgerPosition = p.id.ledgerPosition"
                                        + " where p.lot.id = any_id(:lots, 0) and (p.from.kind = :party or p.to.kind = :party)"
                                        + IN_FORCE,
                                LineRow.class)
                        .setParameter("party", PlaceKind.PARTY)
                        .setParameter("reverse", EventType.REVERSE)
                        .setParameter("lots", AnyOf.ids(chunk))
                        .getResultList())
                .stream()
                .sorted(Comparator.comparing((LineRow row) -> row.event().ledgerPosition)
                        .thenComparing(row -> row.line().id.part()))
                .toList();
        Map<Long, List<DocumentReference>> documents = EventAssembly.documents(
                session,
                rows.stream().map(row -> row.event().ledgerPosition).distinct().toList());
        return rows.stream()
                .map(row -> row.toHandover(documents.getOrDefault(row.event().ledgerPosition, List.of())))
                .toList();
    }

    record Happened(Long position, ExactInstant moment) {}

    record LineRow(TraceEventEntity event, EventLineEntity line) {
        Handover toHandover(List<DocumentReference> documents) {
            Position outside = (line.to.kind() == PlaceKind.PARTY ? line.to : line.from).toPosition();
            return new Handover(
                    new EventId(event.eventId),
                    event.ledgerPosition,
                    event.type,
                    event.effective.toInstant(),
                    new SiteId(event.site),
                    line.lot.key(),
                    new PartyId(outside.place().code()),
                    documents,
                    line.quantity.toQuantity(),
                    outside.container());
        }
    }
}
