package org.lottrace.persistence.internal.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.AccountBalance;
import org.lottrace.api.cost.CloseRow;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.PeriodSnapshot;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.api.cost.UninvoicedAge;
import org.lottrace.api.cost.UninvoicedReceipt;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.lottrace.persistence.internal.value.MoneyPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaPeriodStore implements PeriodStore {
    private final CurrentSession current;

    @Activate
    public JpaPeriodStore(@Reference CurrentSession current) {
        this.current = new OneBooks(current);
    }

    @Override
    public List<PeriodStep> steps() {
        return current.call(
                session -> session.createSelectionQuery("from PeriodStepEntity order by number", PeriodStepEntity.class)
                        .getResultStream()
                        .map(PeriodStepEntity::toStep)
                        .toList());
    }

    @Override
    public void insert(PeriodStep step) {
        current.run(session -> {
            PeriodStepEntity row = new PeriodStepEntity(step);
            session.insert(row);
            StagedSeals.wrote(current, session, row);
        });
    }

    @Override
    public List<PeriodSnapshot> snapshots(Collection<Long> steps) {
        return current.call(session -> {
            Map<Long, List<AccountBalance>> accounts = Chunks.query(steps, chunk -> session.createSelectionQuery(
                                    "from PeriodAccountEntity where id.step = any_id(:steps, 0)",
                                    PeriodAccountEntity.class)
                            .setParameter("steps", AnyOf.ids(chunk))
                            .getResultList())
                    .stream()
                    .sorted(Comparator.comparing(row -> row.id.account()))
                    .collect(Collectors.groupingBy(
                            row -> row.id.step(),
                            Collectors.mapping(PeriodAccountEntity::toBalance, Collectors.toList())));
            return Chunks.query(steps, chunk -> session.createSelectionQuery(
                                    "from PeriodSnapshotEntity where step = any_id(:steps, 0)",
                                    PeriodSnapshotEntity.class)
                            .setParameter("steps", AnyOf.ids(chunk))
                            .getResultList())
                    .stream()
                    .sorted(Comparator.comparing(row -> row.step))
                    .map(row -> row.toSnapshot(accounts.getOrDefault(row.step, List.of())))
                    .toList();
        });
    }

    @Override
    public void insert(PeriodSnapshot snapshot, Collection<LotCost> lots) {
        LotRows rows = LotRows.of(current, lots.stream().map(LotCost::lot).toList());
        PeriodSnapshotEntity one = new PeriodSnapshotEntity(snapshot);
        if (!current.insertUnlessPresent(
                session -> session.createMutationQuery("insert into PeriodSnapshotEntity (step, day, known, lots, hash)"
                                + " values (:step, :day, :known, :lots, :hash) on conflict do nothing")
                        .setParameter("step", one.step)
                        .setParameter("day", one.day)
                        .setParameter("known", one.known)
                        .setParameter("lots", one.lots)
                        .setParameter("hash", one.hash))) {
            return; // somebody else was first, and found the same
        }
        current.run(session -> {
            List<PeriodAccountEntity> accounts = snapshot.accounts().stream()
                    .map(account -> new PeriodAccountEntity(snapshot.step(), account))
                    .toList();
            List<PeriodLotEntity> ofLots = lots.stream()
                    .map(lot -> new PeriodLotEntity(snapshot.step(), lot, rows.get(lot.lot())))
                    .toList();
            session.insertMultiple(accounts);
            session.insertMultiple(ofLots);
            StagedSeals.wrote(
                    current,
                    session,
                    Stream.of(Stream.of(one), accounts.stream(), ofLots.stream())
                            .flatMap(all -> all)
                            .toArray());
        });
    }

    @Override
    public List<LotCost> lots(long step, Optional<LotKey> after, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "select p from PeriodLotEntity p join fetch p.lot where p.id.step = :step and p.id.lot > :last"
                                + " order by p.id.lot",
                        PeriodLotEntity.class)
                .setParameter("step", step)
                .setParameter("last", id(after))
                .setMaxResults(limit)
                .getResultStream()
                .map(PeriodLotEntity::toLotCost)
                .toList());
    }

    @Override
    public List<AccountBalance> balances(LocalDate to, long known) {
        return current.call(session -> session.createSelectionQuery(
                        "select l.account, l.amount.currency, sum(l.amount.amount) from JournalEntryEntity e"
                                + " join JournalLineEntity l on l.id.entryNumber = e.number"
                                + " where e.accountingDate <= :to and e.number <= :known"
                                + " group by l.account, l.amount.currency",
                        Sum.class)
                .setParameter("to", to)
                .setParameter("known", known)
                .getResultStream()
                .map(Sum::toBalance)
                .sorted(Comparator.comparing(AccountBalance::account))
                .toList());
    }

    /** In two questions, as a join makes H2 read the whole journal. */
    @Override
    public List<AccountBalance> changes(LocalDate from, LocalDate to, long known) {
        return current.call(session -> Chunks.query(
                        EntriesOf.numbers(session, from, to, known), chunk -> session.createSelectionQuery(
                                        "select l.account, l.amount.currency, sum(l.amount.amount) from JournalLineEntity l"
                                                + " where l.id.entryNumber = any_id(:entries, 0)"
                                                + " group by l.account, l.amount.currency",
                                        Sum.class)
                                .setParameter("entries", AnyOf.ids(chunk))
                                .getResultList())
                .stream()
                .map(Sum::toBalance)
                .collect(Collectors.toMap(
                        AccountBalance::account,
                        Function.identity(),
                        (one, other) -> new AccountBalance(
                                one.account(),
                                one.change().plus(other.change()),
                                one.balance().plus(other.balance())),
                        TreeMap::new))
                .values()
                .stream()
                .toList());
    }

    record Sum(Account account, String currency, BigDecimal amount) {
        AccountBalance toBalance() {
            Money money = new MoneyPart(amount, currency).toMoney();
            return new AccountBalance(account, money, money);
        }
    }

    @Override
    public List<LotCost> lotChanges(LocalDate from, LocalDate to, long known) {
        return current.call(session -> CostsAsOf.changes(session, from, to, known));
    }

    @Override
    public LotTotals totals() {
        return current.call(session -> new LotTotals(total(session, "stockValue"), total(session, "processValue")));
    }

    private static Optional<Money> total(StatelessSession session, String part) {
        return session.createSelectionQuery(
                        "select sum(c." + part + ".amount), c." + part + ".currency from LotCostEntity c where c.left"
                                + " group by c." + part + ".currency",
                        JpaCostStore.Value.class)
                .uniqueResultOptional()
                .map(JpaCostStore.Value::toMoney);
    }

    @Override
    public List<CloseRow> inProcess(LocalDate day, int skip, int limit) {
        return current.call(session -> OpenAmounts.inProcess(session, day).stream()
                .skip(skip)
                .limit(limit)
                .toList());
    }

    @Override
    public List<CloseRow> unexplained(LocalDate day, int skip, int limit) {
        return current.call(session -> OpenAmounts.unexplained(session, day, skip, limit));
    }

    @Override
    public List<UninvoicedReceipt> uninvoiced(LocalDate day, int skip, int limit) {
        return current.call(session ->
                Uninvoiced.on(session, day).stream().skip(skip).limit(limit).toList());
    }

    @Override
    public List<UninvoicedAge> uninvoicedBySupplier(LocalDate day, int skip, int limit) {
        return current.call(session -> Uninvoiced.bySupplier(session, day, skip, limit));
    }

    private long id(Optional<LotKey> after) {
        return LotRows.behind(current, after);
    }

    @Override
    public List<SoldLine> sold(LocalDate from, LocalDate to, long known) {
        return current.call(session -> Sold.in(session, from, to, known));
    }

    @Override
    public Map<LotKey, Money> soldByLot(LocalDate from, LocalDate to, long known, Optional<LotKey> after, int limit) {
        long last = LotRows.behind(current, after);
        return current.call(session -> Sold.byLot(session, from, to, known, last, limit));
    }

    @Override
    public boolean captured(String actor, LocalDate from, LocalDate to) {
        return current.call(
                session -> !Chunks.query(EntriesOf.positions(session, from, to), chunk -> session.createSelectionQuery(
                                        "select t.ledgerPosition from TraceEventEntity t"
                                                + " where t.ledgerPosition = any_id(:positions, 0) and t.actor = :actor"
                                                + " and t.type not in (:cost, :count, :opening)",
                                        Long.class)
                                .setParameter("positions", AnyOf.ids(chunk))
                                .setParameter("actor", actor)
                                .setParameter("cost", EventType.COST)
                                .setParameter("count", EventType.COUNT)
                                .setParameter("opening", EventType.OPENING)
                                .setMaxResults(1)
                                .getResultList())
                        .isEmpty());
    }

    @Override
    public Optional<LocalDate> firstDay() {
        return current.call(session -> session.createSelectionQuery(
                        "select accountingDate from JournalEntryEntity order by accountingDate", LocalDate.class)
                .setMaxResults(1)
                .uniqueResultOptional());
    }

    @Override
    public List<ItemNumber> items(Optional<ItemNumber> after, int limit) {
        return current.call(session -> ItemFlows.items(session, after, limit));
    }

    @Override
    public List<LotCost> onStock(Collection<ItemNumber> items, LocalDate day, long known) {
        return current.call(session -> ItemFlows.onStock(session, items, day, known));
    }

    @Override
    public long flows(Collection<ItemNumber> items, LocalDate from, LocalDate to, long known, Consumer<Flow> taker) {
        return current.call(session -> ItemFlows.each(session, new ItemFlows.Asked(items, from, to, known), taker));
    }

    @Override
    public SortedMap<Long, Long> undone(Collection<ItemNumber> items, LocalDate from, LocalDate to, long known) {
        return current.call(session -> ItemFlows.undone(session, new ItemFlows.Asked(items, from, to, known)));
    }

    @Override
    public Set<LotKey> cameBack(Collection<ItemNumber> items, LocalDate from, LocalDate to, long known) {
        return current.call(session -> ItemFlows.cameBack(session, new ItemFlows.Asked(items, from, to, known)));
    }
}
