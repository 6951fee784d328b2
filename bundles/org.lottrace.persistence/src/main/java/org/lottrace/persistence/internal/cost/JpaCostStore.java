package org.lottrace.persistence.internal.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.ConsignmentUse;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.store.ConsignedLine;
import org.lottrace.api.cost.store.ConsignedStock;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.cost.store.KeptCost;
import org.lottrace.api.cost.store.KeptLayer;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.RoundTrip;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.seal.RecordKey;
import org.lottrace.persistence.internal.seal.Sealed;
import org.lottrace.persistence.internal.seal.SealedRecord;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaCostStore implements CostStore {
    private static final String COSTS = "select c from LotCostEntity c join fetch c.lot where ";

    /** An event has a few entries at most, so none is cut off. */
    private static final int PLACED = 100;

    private final CurrentSession current;

    @Activate
    public JpaCostStore(@Reference CurrentSession current) {
        this.current = new OneBooks(current);
    }

    @Override
    public List<LotCost> of(Collection<LotKey> lots) {
        return rows(lots).stream()
                .map(LotCostEntity::toLotCost)
                .sorted(Comparator.comparing(LotCost::lot))
                .toList();
    }

    @Override
    public List<KeptCost> kept(Collection<LotKey> lots) {
        return rows(lots).stream()
                .map(LotCostEntity::toKeptCost)
                .sorted(Comparator.comparing(kept -> kept.cost().lot()))
                .toList();
    }

    @Override
    public List<KeptCost> keptOf(ItemNumber item) {
        return current.call(session -> session.createSelectionQuery(
                        "select c from LotEntity o join LotCostEntity c on c.lotId = o.id join fetch c.lot"
                                + " where o.item = :item and c.left",
                        LotCostEntity.class)
                .setParameter("item", item.value())
                .getResultStream()
                .map(LotCostEntity::toKeptCost)
                .sorted(Comparator.comparing(kept -> kept.cost().lot()))
                .toList());
    }

    @Override
    public List<KeptLayer> layers(ItemNumber item) {
        return current.call(session -> session.createSelectionQuery(
                        "select c from CostLayerEntity c join fetch c.lot where c.id.item = :item order by c.id.place",
                        CostLayerEntity.class)
                .setParameter("item", item.value())
                .getResultStream()
                .map(CostLayerEntity::toLayer)
                .toList());
    }

    @Override
    public void saveLayers(Collection<KeptLayer> layers, Collection<KeptLayer> gone) {
        List<CostLayerEntity> changed = rowsOf(layers);
        List<CostLayerEntity> deleted = rowsOf(gone);
        current.run(session -> new RoundTrip(session)
                .merge(deleted, "true")
                .merge(changed, "false")
                .send());
    }

    private List<CostLayerEntity> rowsOf(Collection<KeptLayer> layers) {
        LotRows lots = LotRows.of(current, layers.stream().map(KeptLayer::lot).toList());
        return layers.stream()
                .map(layer -> new CostLayerEntity(layer, lots.get(layer.lot())))
                .toList();
    }

    @Override
    public Map<LotKey, Long> firstNumbers(Collection<LotKey> lots) {
        LotRows rows = LotRows.of(current, lots);
        Map<Long, Long> first = current
                .call(session -> Chunks.query(rows.ids(), chunk -> session.createSelectionQuery(
                                "select l.lot.id, min(l.id.entryNumber) from JournalLineEntity l"
                                        + " where l.lot.id = any_id(:lots, 0) group by l.lot.id",
                                FirstNumber.class)
                        .setParameter("lots", AnyOf.ids(chunk))
                        .getResultList()))
                .stream()
                .collect(Collectors.toMap(FirstNumber::lot, FirstNumber::number));
        return lots.stream()
                .distinct()
                .filter(lot -> first.containsKey(rows.get(lot).id()))
                .collect(Collectors.toMap(
                        lot -> lot, lot -> first.get(rows.get(lot).id())));
    }

    record FirstNumber(Long lot, Long number) {}

    private List<LotCostEntity> rows(Collection<LotKey> lots) {
        return current.call(
                session -> Chunks.query(LotRows.of(current, lots).ids(), chunk -> session.createSelectionQuery(
                                COSTS + "c.lotId = any_id(:lots, 0)", LotCostEntity.class)
                        .setParameter("lots", AnyOf.ids(chunk))
                        .getResultList()));
    }

    @Override
    public void save(Collection<KeptCost> costs) {
        LotRows lots = LotRows.of(
                current, costs.stream().map(kept -> kept.cost().lot()).toList());
        List<LotCostEntity> rows = costs.stream()
                .map(kept -> new LotCostEntity(kept, lots.get(kept.cost().lot())))
                .toList();
        current.run(session -> new RoundTrip(session).merge(rows, "false").send());
    }

    @Override
    public List<LotCost> inventory(Optional<LotKey> after, int limit) {
        long last = LotRows.behind(current, after);
        return current.call(session -> session.createSelectionQuery(
                        COSTS + "c.left and c.lotId > :last order by c.lotId", LotCostEntity.class)
                .setParameter("last", last)
                .setMaxResults(limit)
                .getResultStream()
                .map(LotCostEntity::toLotCost)
                .toList());
    }

    @Override
    public Optional<Money> inventoryValue() {
        return current.call(session -> session.createSelectionQuery(
                        "select sum(c.stockValue.amount + c.processValue.amount), c.stockValue.currency"
                                + " from LotCostEntity c where c.left group by c.stockValue.currency",
                        Value.class)
                .uniqueResultOptional()
                .map(Value::toMoney));
    }

    record Value(BigDecimal amount, String currency) {
        Money toMoney() {
            return new MoneyPart(amount, currency).toMoney();
        }
    }

    @Override
    public void post(List<JournalEntry> entries) {
        LotRows lots = LotRows.of(
                current,
                entries.stream()
                        .flatMap(entry -> entry.lines().stream())
                        .flatMap(line -> line.lot().stream())
                        .toList());
        List<Object> rows = new ArrayList<>();
        List<Object> lines = new ArrayList<>();
        for (JournalEntry entry : entries) {
            rows.add(new JournalEntryEntity(entry));
            int part = 0;
            for (JournalLine line : entry.lines()) {
                lines.add(new JournalLineEntity(
                        new JournalLineEntity.Key(entry.number(), part++),
                        line,
                        lots,
                        entry.company().map(PartyId::value).orElse(null)));
            }
        }
        rows.addAll(lines);
        current.run(session -> new RoundTrip(session).insert(rows).send());
        StagedSeals.writes(current, rows);
    }

    /** In two questions: H2 reads every entry there is to find those whose position is in an inner one. */
    @Override
    public List<JournalLine> inProcess(DocumentReference order) {
        return current.call(session -> InProcessLines.of(session, order));
    }

    @Override
    public Set<DocumentReference> withCosts(Collection<DocumentReference> orders) {
        List<String> numbers =
                orders.stream().map(DocumentReference::number).distinct().toList();
        return current
                .call(session -> Chunks.query(numbers, chunk -> session.createSelectionQuery(
                                "select distinct d.document.number from EventDocumentEntity d"
                                        + " join JournalEntryEntity e on e.ledgerPosition = d.id.ledgerPosition"
                                        + " where d.document.type = :order and d.document.number = any_text(:orders, 0)"
                                        + " and e.type = :cost",
                                String.class)
                        .setParameter("order", DocumentType.PURCHASE_ORDER)
                        .setParameter("orders", AnyOf.texts(chunk))
                        .setParameter("cost", EventType.COST)
                        .getResultList()))
                .stream()
                .map(number -> new DocumentReference(DocumentType.PURCHASE_ORDER, number))
                .collect(Collectors.toSet());
    }

    @Override
    public List<ConsignedLine> consigned(LotKey lot) {
        return current.call(session ->
                OnConsignment.of(session, LotRows.of(current, List.of(lot)).ids()));
    }

    @Override
    public List<Long> numbersOfConsigned(Collection<LotKey> lots) {
        return current.call(session ->
                OnConsignment.numbersOf(session, LotRows.of(current, lots).ids()));
    }

    @Override
    public List<ConsignedStock> consignedStock(Optional<PartyId> supplier, int skip, int limit) {
        return current.call(session -> OnConsignment.stock(session, supplier, skip, limit));
    }

    @Override
    public List<ConsignmentUse> consignedUsed(
            LocalDate from, LocalDate to, Optional<PartyId> supplier, int skip, int limit) {
        return current.call(session -> OnConsignment.used(session, from, to, supplier, skip, limit));
    }

    @Override
    public long lastNumber() {
        return current.call(session -> session.createSelectionQuery(
                        "select number from JournalEntryEntity order by number desc", Long.class)
                .setMaxResults(1)
                .uniqueResultOptional()
                .orElse(0L));
    }

    @Override
    public List<JournalEntry> ofEvents(Collection<EventId> events) {
        List<String> ids = events.stream().map(EventId::value).distinct().toList();
        return current.call(session -> entries(session, Chunks.query(ids, chunk -> session.createSelectionQuery(
                        "from JournalEntryEntity where eventId = any_text(:events, 0)", JournalEntryEntity.class)
                .setParameter("events", AnyOf.texts(chunk))
                .getResultList())));
    }

    @Override
    public List<JournalEntry> numbered(Collection<Long> numbers) {
        return current.call(session -> numbered(session, List.copyOf(numbers)));
    }

    /** In two questions: H2 reads every entry there is to find those whose number is in an inner one. */
    @Override
    public List<JournalEntry> ofLot(LotKey lot) {
        return numbered(numbersOf(List.of(lot)));
    }

    @Override
    public List<Long> numbersOf(Collection<LotKey> lots) {
        return current.call(
                session -> Chunks.query(LotRows.of(current, lots).ids(), chunk -> session.createSelectionQuery(
                                        "select distinct l.id.entryNumber from JournalLineEntity l where l.lot.id = any_id(:lots, 0)",
                                        Long.class)
                                .setParameter("lots", AnyOf.ids(chunk))
                                .getResultList())
                        .stream()
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Override
    public Set<LotKey> lotsOn(Account account) {
        return current.call(session -> session.createSelectionQuery(
                        "select distinct o from JournalLineEntity l join l.lot o where l.account = :account",
                        LotEntity.class)
                .setParameter("account", account)
                .getResultStream()
                .map(LotEntity::key)
                .collect(Collectors.toSet()));
    }

    @Override
    public Optional<Money> costOfGoodsSold(Collection<LotKey> lots) {
        return current.call(
                session -> Chunks.query(LotRows.of(current, lots).ids(), chunk -> session.createSelectionQuery(
                                        "select sum(l.amount.amount), l.amount.currency from JournalLineEntity l"
                                                + " where l.lot.id = any_id(:lots, 0) and l.account = :sold"
                                                + " group by l.amount.currency",
                                        Value.class)
                                .setParameter("lots", AnyOf.ids(chunk))
                                .setParameter("sold", Account.COST_OF_GOODS_SOLD)
                                .getResultList())
                        .stream()
                        .map(Value::toMoney)
                        .reduce(Money::plus));
    }

    /** The rest of the first day, then the days behind it: one question with "or" finds no index in H2. */
    @Override
    public List<JournalEntry> between(LocalDate from, LocalDate to, long after, int limit) {
        List<JournalEntry> page = current.call(session -> {
            List<JournalEntryEntity> rows = new ArrayList<>(session.createSelectionQuery(
                            "from JournalEntryEntity where accountingDate = :from and number > :after order by number",
                            JournalEntryEntity.class)
                    .setParameter("from", from)
                    .setParameter("after", after)
                    .setMaxResults(limit)
                    .getResultList());
            if (rows.size() < limit && from.isBefore(to)) {
                rows.addAll(session.createSelectionQuery(
                                "from JournalEntryEntity where accountingDate between :from and :to"
                                        + " order by accountingDate, number",
                                JournalEntryEntity.class)
                        .setParameter("from", from.plusDays(1))
                        .setParameter("to", to)
                        .setMaxResults(limit - rows.size())
                        .getResultList());
            }
            return entries(session, rows);
        });
        return page.stream()
                .sorted(Comparator.comparing(JournalEntry::accountingDate).thenComparingLong(JournalEntry::number))
                .toList();
    }

    @Override
    public List<JournalEntry> after(long number, int limit) {
        return current.call(session -> entries(
                session,
                session.createSelectionQuery(
                                "from JournalEntryEntity where number > :number order by number",
                                JournalEntryEntity.class)
                        .setParameter("number", number)
                        .setMaxResults(limit)
                        .getResultList()));
    }

    @Override
    public long lastPosition() {
        return current.call(session -> session.createSelectionQuery(
                        "select ledgerPosition from JournalEntryEntity order by ledgerPosition desc", Long.class)
                .setMaxResults(1)
                .uniqueResultOptional()
                .orElse(0L));
    }

    /** What was booked out of its turn was not known before the event after which it was booked. */
    @Override
    public long numberAt(long ledgerPosition) {
        long inTurn = inTurn(ledgerPosition);
        long outOfTurn = current.call(session -> session.createSelectionQuery(
                        "select max(e.number) from CostWaitingEntity w join JournalEntryEntity e"
                                + " on e.ledgerPosition = w.position and e.eventId = w.eventId"
                                + " where w.bookedAfter <= :position",
                        Long.class)
                .setParameter("position", ledgerPosition)
                .uniqueResultOptional()
                .orElse(0L));
        return Math.max(inTurn, outOfTurn);
    }

    /** Page by page, and then what of a page waited: one question for both reads the whole journal. */
    private long inTurn(long ledgerPosition) {
        long last = ledgerPosition;
        while (true) {
            List<Placed> page = placed(last);
            if (page.isEmpty()) {
                return 0;
            }
            Set<String> waited = waited(page);
            Optional<Placed> first = page.stream()
                    .filter(entry -> !waited.contains(entry.event()))
                    .findFirst();
            if (first.isPresent()) {
                return first.get().number();
            }
            last = page.get(page.size() - 1).position() - 1;
        }
    }

    private List<Placed> placed(long last) {
        return current.call(session -> session.createSelectionQuery(
                        "select number, ledgerPosition, eventId from JournalEntryEntity where ledgerPosition <= :position"
                                + " order by ledgerPosition desc, number desc",
                        Placed.class)
                .setParameter("position", last)
                .setMaxResults(PLACED)
                .getResultList());
    }

    record Placed(Long number, Long position, String event) {}

    private Set<String> waited(List<Placed> page) {
        return current.call(session -> Set.copyOf(session.createSelectionQuery(
                        "select eventId from CostWaitingEntity where position = any_id(:positions, 0)", String.class)
                .setParameter(
                        "positions",
                        AnyOf.ids(page.stream().map(Placed::position).distinct().toList()))
                .getResultList()));
    }

    /** Lot by lot, so that a page reads its own lots and not the journal. */
    @Override
    public List<LotCost> asOf(LocalDate day, long known, Optional<LotKey> after, int limit) {
        List<LotCost> found = new ArrayList<>();
        long last = LotRows.behind(current, after);
        List<Long> page = lotsAfter(last, limit);
        while (!page.isEmpty() && found.size() < limit) {
            List<Long> lots = page;
            List<LotCost> left = current.call(session -> CostsAsOf.of(session, lots, day, known));
            found.addAll(left.subList(0, Math.min(left.size(), limit - found.size())));
            page = lotsAfter(page.get(page.size() - 1), limit);
        }
        return found;
    }

    private List<Long> lotsAfter(long last, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "select c.lotId from LotCostEntity c where c.lotId > :last order by c.lotId", Long.class)
                .setParameter("last", last)
                .setMaxResults(limit)
                .getResultList());
    }

    /** In two questions: the first is answered by an index alone, so that H2 prefers it to the table. */
    @Override
    public List<JournalEntry> later(LocalDate day, long number, int limit) {
        return current.call(session -> numbered(
                session,
                session.createSelectionQuery(
                                "select number from JournalEntryEntity where number > :number"
                                        + " and accountingDate <= :day order by number",
                                Long.class)
                        .setParameter("number", number)
                        .setParameter("day", day)
                        .setMaxResults(limit)
                        .getResultList()));
    }

    @Override
    public List<JournalEntry> late(LocalDate from, LocalDate to, long after, int limit) {
        return current.call(session -> numbered(
                session,
                session.createSelectionQuery(
                                "select number from JournalEntryEntity where originalDate between :from and :to"
                                        + " and number > :after order by number",
                                Long.class)
                        .setParameter("from", from)
                        .setParameter("to", to)
                        .setParameter("after", after)
                        .setMaxResults(limit)
                        .getResultList()));
    }

    @Override
    public void clear() {
        CurrentBooks.ofAll(() -> {
            clearAll();
            return null;
        });
    }

    private void clearAll() {
        current.run(session -> {
            StagedSeals.seal(
                    current,
                    session.createSelectionQuery("select number from JournalEntryEntity", Long.class)
                            .getResultStream()
                            .map(number -> new Sealed(SealedRecord.JOURNAL_ENTRY, RecordKey.of(number), List.of()))
                            .toList());
            List.of("JournalLineEntity", "JournalEntryEntity", "LotCostEntity", "CostLayerEntity")
                    .forEach(entity ->
                            session.createMutationQuery("delete from " + entity).executeUpdate());
        });
    }

    private static List<JournalEntry> numbered(StatelessSession session, List<Long> numbers) {
        return entries(session, Chunks.query(numbers, chunk -> session.createSelectionQuery(
                        "from JournalEntryEntity where number = any_id(:numbers, 0)", JournalEntryEntity.class)
                .setParameter("numbers", AnyOf.ids(chunk))
                .getResultList()));
    }

    private static List<JournalEntry> entries(StatelessSession session, List<JournalEntryEntity> rows) {
        Map<Long, List<JournalLine>> lines = Chunks.query(
                        rows.stream().map(row -> row.number).toList(), chunk -> session.createSelectionQuery(
                                        "select l from JournalLineEntity l left join fetch l.lot"
                                                + " where l.id.entryNumber = any_id(:entries, 0) order by l.id.part",
                                        JournalLineEntity.class)
                                .setParameter("entries", AnyOf.ids(chunk))
                                .getResultList())
                .stream()
                .collect(Collectors.groupingBy(
                        line -> line.id.entryNumber(),
                        Collectors.mapping(JournalLineEntity::toLine, Collectors.toList())));
        return rows.stream()
                .sorted(Comparator.comparing(row -> row.number))
                .map(row -> row.toEntry(lines.get(row.number)))
                .toList();
    }
}
