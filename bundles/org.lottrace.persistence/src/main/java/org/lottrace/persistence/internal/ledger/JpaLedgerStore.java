package org.lottrace.persistence.internal.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventFilter;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.LotChange;
import org.lottrace.api.event.MovementFilter;
import org.lottrace.api.event.MovementPage;
import org.lottrace.api.event.MovementPlace;
import org.lottrace.api.event.NewestEvents;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LaterLine;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.cost.NewestBooks;
import org.lottrace.persistence.internal.ledger.LedgerQueries.NewestRows;
import org.lottrace.persistence.internal.lot.KnownLots;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.master.NewestStep;
import org.lottrace.persistence.internal.right.NewestRight;
import org.lottrace.persistence.internal.site.KnownSites.Beside;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaLedgerStore implements LedgerStore {
    private static final String POSITION = "select ledger_position from event_identity where event_id = ?";
    private static final String POSITIONS = "select ledger_position from event_identity where event_id = any(?)";
    private static final Kind<Integer, LedgerHead> LOCKED_HEAD = Kind.ofTheUnit();
    private static final Kind<EventId, Boolean> ABSENT = Kind.untilALock();
    private static final Kind<EventId, Boolean> DISPOSITIONS_WRITTEN = Kind.ofTheUnit();

    private final CurrentSession current;

    @Activate
    public JpaLedgerStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public boolean readAhead(EventId id, SiteId site, Instant after, Collection<LotReference> lots) {
        return current.required(() -> {
            MovementAhead.read(current, id, site, after, lots);
            return current.memory().find(ABSENT, id).isEmpty() && find(id).isPresent();
        });
    }

    @Override
    public LedgerHead lockHead() {
        return current.memory().find(LOCKED_HEAD, LedgerHeadEntity.ONLY).orElseGet(() -> {
            Questions questions = new Questions()
                    .lock(
                            "select head_position, hash, newest_step, newest_right, newest_books from ledger_head where id = ?",
                            this::locked,
                            LedgerHeadEntity.ONLY);
            current.lock(questions);
            return current.memory().find(LOCKED_HEAD, LedgerHeadEntity.ONLY).orElseThrow();
        });
    }

    private void locked(ResultSet head) throws SQLException {
        current.memory().learn(LOCKED_HEAD, LedgerHeadEntity.ONLY, new LedgerHead(head.getLong(1), head.getString(2)));
        NewestStep.requireStill(current, head.getLong(3));
        NewestRight.requireStill(current, head.getLong(4));
        NewestBooks.requireStill(current, head.getLong(5));
    }

    @Override
    public LedgerHead head() {
        return current.memory()
                .find(LOCKED_HEAD, LedgerHeadEntity.ONLY)
                .orElseGet(() -> current.call(session -> session.get(LedgerHeadEntity.class, LedgerHeadEntity.ONLY)
                        .toHead()));
    }

    @Override
    public void append(RecordedEvent event) {
        boolean ahead =
                current.memory().find(DISPOSITIONS_WRITTEN, event.event().id()).isPresent();
        LotRows lots = LotRows.of(current, EventParts.lotsOf(event.event(), !ahead));
        current.stage(StagedEvents.class, StagedEvents::new, staged -> staged.add(event, lots, ahead));
        current.memory().learn(LOCKED_HEAD, LedgerHeadEntity.ONLY, new LedgerHead(event.position(), event.hash()));
        current.memory().forget(ABSENT, event.event().id());
        LaterLines.appended(current.memory(), event.event());
        ShippedOfOrder.forget(current);
    }

    @Override
    public void writeDispositions(TraceEvent event) {
        LotRows lots = LotRows.of(current, EventParts.lotsOf(event, true));
        current.run(session -> new RoundTrip(session)
                .insert(EventDispositions.rows(event, lots))
                .send());
        current.memory().learn(DISPOSITIONS_WRITTEN, event.id(), true);
    }

    @Override
    public Optional<RecordedEvent> find(EventId id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    @Override
    public Map<EventId, RecordedEvent> find(Collection<EventId> ids) {
        List<EventId> asked = ids.stream()
                .distinct()
                .filter(id -> current.memory().find(ABSENT, id).isEmpty())
                .toList();
        Map<EventId, RecordedEvent> found = Chunks.query(asked, this::read).stream()
                .collect(Collectors.toMap(event -> event.event().id(), Function.identity()));
        asked.stream().filter(id -> !found.containsKey(id)).forEach(id -> current.memory()
                .learn(ABSENT, id, true));
        return found;
    }

    private List<RecordedEvent> read(List<EventId> ids) {
        List<Long> positions = new ArrayList<>();
        current.ask(new Questions()
                .ask(
                        POSITIONS,
                        row -> positions.add(row.getLong(1)),
                        ArrayParameter.texts(ids.stream().map(EventId::value).toList())));
        return positions.isEmpty()
                ? List.of()
                : current.call(session -> EventAssembly.events(session, at(session, positions)));
    }

    /** Asks for an event beside something else, and remembers when it is not there. */
    static Beside absent(CurrentSession current, EventId id) {
        return new Beside(POSITION, id.value(), position -> {
            if (position.isEmpty()) {
                current.memory().learn(ABSENT, id, true);
            }
        });
    }

    private static List<TraceEventEntity> at(StatelessSession session, List<Long> positions) {
        return Chunks.query(positions, chunk -> session.createSelectionQuery(
                        "from TraceEventEntity where ledgerPosition = any_id(:positions, 0) order by ledgerPosition",
                        TraceEventEntity.class)
                .setParameter("positions", AnyOf.ids(chunk))
                .getResultList());
    }

    @Override
    public Map<OrderLineReference, Quantity> shipped(DocumentReference order) {
        return current.required(() -> ShippedOfOrder.known(current, order)
                .orElseGet(() -> current.call(session -> LedgerQueries.moved(session, order, EventType.SHIP))));
    }

    @Override
    public Map<OrderLineReference, Quantity> shippedForSalesOrders(Collection<String> numbers) {
        return current.call(session -> LedgerQueries.shipped(session, numbers));
    }

    @Override
    public Map<OrderLineReference, Quantity> dispatchedForTransferOrders(Collection<String> numbers) {
        return current.call(session -> LedgerQueries.dispatched(session, numbers));
    }

    @Override
    public Map<OrderLineReference, Quantity> received(DocumentReference order) {
        return current.call(session -> LedgerQueries.moved(session, order, EventType.RECEIVE));
    }

    @Override
    public Optional<LinePrice> lastPrice(ItemNumber item) {
        return current.call(session -> LedgerQueries.lastPrice(session, item));
    }

    @Override
    public List<Long> positionsOf(DocumentReference document) {
        return current.call(session -> session.createSelectionQuery(
                        "select distinct d.id.ledgerPosition from EventDocumentEntity d"
                                + " where d.document.type = :type and d.document.number = :number"
                                + " order by d.id.ledgerPosition",
                        Long.class)
                .setParameter("type", document.type())
                .setParameter("number", document.number())
                .getResultList());
    }

    @Override
    public List<RecordedEvent> byDocument(DocumentReference document) {
        return current.call(session -> EventAssembly.events(
                session,
                session.createSelectionQuery(
                                "from TraceEventEntity where ledgerPosition in (select d.id.ledgerPosition"
                                        + " from EventDocumentEntity d"
                                        + " where d.document.type = :type and d.document.number = :number)"
                                        + " order by ledgerPosition",
                                TraceEventEntity.class)
                        .setParameter("type", document.type())
                        .setParameter("number", document.number())
                        .getResultList()));
    }

    @Override
    public List<RecordedEvent> after(long position, int limit) {
        return current.call(session -> EventAssembly.events(
                session,
                session.createSelectionQuery(
                                "from TraceEventEntity where ledgerPosition > :position order by ledgerPosition",
                                TraceEventEntity.class)
                        .setParameter("position", position)
                        .setMaxResults(limit)
                        .getResultList()));
    }

    @Override
    public NewestEvents newest(EventFilter filter, long position, int limit) {
        Optional<Long> lot =
                filter.lot().flatMap(key -> ids(List.of(key)).stream().findFirst());
        if (filter.lot().isPresent() && lot.isEmpty()) {
            return new NewestEvents(List.of(), Optional.empty());
        }
        return current.call(session -> {
            NewestRows found = LedgerQueries.newest(session, filter, lot, position, limit);
            return new NewestEvents(EventAssembly.events(session, found.rows()), found.before());
        });
    }

    @Override
    public MovementPage movements(MovementFilter filter, MovementPlace after, int limit) {
        Optional<Long> lot =
                filter.lot().flatMap(key -> ids(List.of(key)).stream().findFirst());
        if (filter.lot().isPresent() && lot.isEmpty()) {
            return new MovementPage(List.of(), Optional.empty());
        }
        long floor = filter.recordedFrom()
                .map(from -> lastRecordedBy(from.minusNanos(1)))
                .orElse(0L);
        MovementPlace start = filter.recordedUntil()
                .map(until -> new MovementPlace(lastRecordedBy(until.minusNanos(1)) + 1, 0))
                .filter(last -> last.position() <= after.position())
                .orElse(after);
        return current.call(session -> new MovementQuery(session, filter, lot, floor).page(start, limit));
    }

    @Override
    public List<RecordedEvent> ofUnit(Sscc unit, long position, int limit) {
        return current.call(session ->
                EventAssembly.events(
                                session, at(session, LedgerQueries.positionsOfUnit(session, unit, position, limit)))
                        .stream()
                        .sorted(Comparator.comparingLong(RecordedEvent::position)
                                .reversed())
                        .toList());
    }

    @Override
    public List<RecordedEvent> eventsOf(Collection<LotKey> lots, long position, int limit) {
        return current.call(session -> EventAssembly.events(
                session, at(session, LedgerQueries.positions(session, ids(lots), position, limit))));
    }

    @Override
    public List<RecordedEvent> ofPieces(ItemNumber item, Collection<String> serials) {
        return serials.isEmpty()
                ? List.of()
                : current.call(session -> EventAssembly.events(
                        session, at(session, LedgerQueries.positionsOfPieces(session, item, serials))));
    }

    @Override
    public List<RecordedEvent> newestOfPiece(Optional<ItemNumber> item, String serial, int limit) {
        return current
                .call(session -> EventAssembly.events(
                        session, at(session, LedgerQueries.newestOfPiece(session, item, serial, limit))))
                .stream()
                .sorted(Comparator.comparingLong(RecordedEvent::position).reversed())
                .toList();
    }

    @Override
    public List<LaterLine> linesAfter(Collection<LotKey> lots, Instant moment) {
        return LaterLines.known(current, lots, moment).orElseGet(() -> {
            LotRows rows = LotRows.of(current, lots);
            return LaterLines.learn(
                    current.memory(),
                    lots,
                    moment,
                    current.call(session -> LedgerQueries.linesAfter(session, rows, moment)));
        });
    }

    @Override
    public long lastRecordedBy(Instant instant) {
        long head = head().position();
        return current.call(session -> LastRecorded.by(session, instant, head));
    }

    @Override
    public List<RecordedEvent> decisionsOf(Collection<LotKey> lots, long upTo) {
        return current.call(session ->
                EventAssembly.events(session, at(session, LedgerQueries.decisions(session, ids(lots), upTo))));
    }

    @Override
    public List<LotChange> newestChanges(Collection<LotKey> lots) {
        List<Long> ids = ids(lots);
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<LotKey, LotChange> newest = new TreeMap<>();
        current.call(session -> EventAssembly.events(session, at(session, LedgerQueries.newestChanges(session, ids))))
                .forEach(recorded -> recorded.event().lotChanges().forEach(change -> newest.put(change.lot(), change)));
        newest.keySet().retainAll(Set.copyOf(lots));
        return List.copyOf(newest.values());
    }

    @Override
    public List<StockBalance> opened(Collection<LotKey> lots) {
        List<LotKey> known =
                lots.stream().filter(lot -> !KnownLots.isNew(current, lot)).toList();
        LotRows rows = LotRows.of(current, known);
        return rows.ids().isEmpty() ? List.of() : current.call(session -> LedgerQueries.opened(session, rows));
    }

    @Override
    public List<Handover> handovers(Collection<LotKey> lots) {
        return current.call(session -> LedgerQueries.handovers(session, ids(lots)));
    }

    private List<Long> ids(Collection<LotKey> lots) {
        return LotRows.of(current, lots).ids();
    }
}
