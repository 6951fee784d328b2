package org.lottrace.persistence.internal.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.SelectionQuery;
import org.lottrace.api.event.FirstStock;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.WantedStock;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.Questions;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.lot.KnownLots;
import org.lottrace.persistence.internal.lot.LockedLots;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.PositionPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Balances. The lock on the balances of a lot is the lock on the row of the lot: it also holds for positions that have no
 * balance yet. Balances of zero are deleted.
 */
@Component
public final class JpaStockStore implements StockStore {
    private static final String ALL = "select s from StockEntity s join fetch s.lot";
    private static final String BALANCES = ALL + " where ";
    private static final String AT_PLACE = "s.id.position.kind = :kind and s.id.position.code = :code";
    private static final String IN_UNIT = " and s.id.position.sscc = :unit";
    private static final String IN_UNITS = " and s.id.position.sscc = any_text(:units, 0)";
    static final Comparator<StockBalance> BY_LOT_AND_POSITION =
            Comparator.comparing(StockBalance::lot).thenComparing(StockBalance::position);

    private static final Kind<LotKey, List<StockBalance>> LOCKED = Kind.ofTheUnit();
    private static final Kind<LotKey, Boolean> WRITTEN = Kind.ofTheUnit();

    private final CurrentSession current;

    @Activate
    public JpaStockStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public List<StockBalance> lock(Collection<LotKey> lots) {
        return locked(lots).orElseGet(() -> {
            learn(lots, underLock(lots));
            return locked(lots).orElseThrow();
        });
    }

    @Override
    public List<StockBalance> lock(Collection<ItemNumber> items, SiteId site) {
        Map<LotKey, List<StockBalance>> byLot = LotsInStock.lock(current, items, site);
        byLot.forEach((lot, balances) -> current.memory().learn(LOCKED, lot, balances));
        return byLot.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public FirstStock lockFirst(WantedStock wanted) {
        FirstLots first = FirstLots.of(current, wanted);
        List<LotEntity> rows = LockedLots.lock(current, first.lots());
        first.requireSameDays(LockedLots.lots(rows));
        return new FirstStock(underLock(rows), first.withMore());
    }

    private List<StockBalance> underLock(List<LotEntity> rows) {
        Map<Long, LotKey> keys = rows.stream().collect(Collectors.toMap(LotEntity::id, LotEntity::key));
        learn(keys.values(), LotsInStock.read(current, keys));
        return locked(keys.values()).orElseThrow();
    }

    private void learn(Collection<LotKey> lots, List<StockBalance> balances) {
        Map<LotKey, List<StockBalance>> byLot = balances.stream().collect(Collectors.groupingBy(StockBalance::lot));
        lots.forEach(lot -> current.memory().learn(LOCKED, lot, byLot.getOrDefault(lot, List.of())));
    }

    private List<StockBalance> underLock(Collection<LotKey> lots) {
        Questions questions = new Questions();
        KnownLots.askLock(current, questions, lots);
        boolean ofOthers = !questions.isEmpty();
        List<StockBalance> balances = StockUnderLock.ask(current, questions, lots);
        if (ofOthers) {
            current.lock(questions);
        } else {
            current.ask(questions);
        }
        return balances.stream().sorted(BY_LOT_AND_POSITION).toList();
    }

    private Optional<List<StockBalance>> known(LotKey lot) {
        return current.memory()
                .find(LOCKED, lot)
                .or(() -> KnownLots.isNew(current, lot)
                                && current.memory().find(WRITTEN, lot).isEmpty()
                        ? Optional.of(List.of())
                        : Optional.empty());
    }

    /** Under their lock nobody else changes them. */
    private Optional<List<StockBalance>> locked(Collection<LotKey> lots) {
        List<StockBalance> balances = new ArrayList<>();
        for (LotKey lot : new TreeSet<>(lots)) {
            Optional<List<StockBalance>> known = known(lot);
            if (known.isEmpty()) {
                return Optional.empty();
            }
            balances.addAll(known.get());
        }
        return Optional.of(balances);
    }

    @Override
    public void save(Collection<StockBalance> balances) {
        LotRows lots =
                LotRows.of(current, balances.stream().map(StockBalance::lot).toList());
        current.stage(
                StagedStock.class,
                StagedStock::new,
                staged -> balances.forEach(balance -> {
                    staged.put(new StockEntity(balance, lots));
                    remember(balance);
                }));
    }

    private void remember(StockBalance saved) {
        Optional<List<StockBalance>> known = known(saved.lot());
        current.memory().learn(WRITTEN, saved.lot(), true);
        known.ifPresent(before -> {
            Stream<StockBalance> others =
                    before.stream().filter(balance -> !balance.position().equals(saved.position()));
            Stream<StockBalance> now = saved.quantity().isZero() ? Stream.of() : Stream.of(saved);
            current.memory()
                    .learn(
                            LOCKED,
                            saved.lot(),
                            Stream.concat(others, now)
                                    .sorted(BY_LOT_AND_POSITION)
                                    .toList());
        });
    }

    @Override
    public void clear() {
        current.memory().forget(LOCKED);
        current.run(session -> session.createMutationQuery("delete StockEntity").executeUpdate());
    }

    @Override
    public List<StockBalance> all() {
        return current.call(session ->
                sorted(session.createSelectionQuery(ALL, StockEntity.class).getResultStream()));
    }

    @Override
    public List<StockBalance> ofLots(Collection<LotKey> lots) {
        return locked(lots).orElseGet(() -> stored(LotRows.of(current, lots)));
    }

    @Override
    public List<StockBalance> ofItem(ItemNumber item, SiteId site) {
        return current.call(session ->
                sorted(session.createSelectionQuery(BALANCES + "s.site = :site and s.item = :item", StockEntity.class)
                        .setParameter("site", site.value())
                        .setParameter("item", item.value())
                        .getResultStream()));
    }

    @Override
    public List<StockBalance> at(SiteId site) {
        return current.call(
                session -> sorted(session.createSelectionQuery(BALANCES + "s.site = :site", StockEntity.class)
                        .setParameter("site", site.value())
                        .getResultStream()));
    }

    @Override
    public List<StockBalance> at(Place place) {
        return current.call(session -> sorted(session.createSelectionQuery(BALANCES + AT_PLACE, StockEntity.class)
                .setParameter("kind", place.kind())
                .setParameter("code", place.code())
                .getResultStream()));
    }

    @Override
    public List<StockBalance> at(Collection<Position> positions) {
        return positions.stream().collect(Collectors.groupingBy(Position::place)).entrySet().stream()
                .flatMap(place -> at(place.getKey(), place.getValue()).stream())
                .sorted(BY_LOT_AND_POSITION)
                .toList();
    }

    /** One unit, which it mostly is, H2 finds by its index, too. */
    private List<StockBalance> at(Place place, List<Position> positions) {
        String[] units = positions.stream().map(JpaStockStore::unit).distinct().toArray(String[]::new);
        return current.call(session -> {
            SelectionQuery<StockEntity> query = session.createSelectionQuery(
                            BALANCES + AT_PLACE + (units.length == 1 ? IN_UNIT : IN_UNITS), StockEntity.class)
                    .setParameter("kind", place.kind())
                    .setParameter("code", place.code());
            return sorted(
                    (units.length == 1 ? query.setParameter("unit", units[0]) : query.setParameter("units", units))
                            .getResultStream());
        });
    }

    @Override
    public List<StockBalance> inUnits(Collection<Sscc> units) {
        return Chunks.query(
                        units.stream().map(Sscc::value).sorted().toList(),
                        chunk -> current.call(session -> sorted(session.createSelectionQuery(
                                        BALANCES + "s.id.position.sscc = any_text(:units, 0)", StockEntity.class)
                                .setParameter("units", AnyOf.texts(chunk))
                                .getResultStream())))
                .stream()
                .sorted(BY_LOT_AND_POSITION)
                .toList();
    }

    @Override
    public Set<ItemNumber> itemsAt(Position position) {
        return current.call(session -> session.createSelectionQuery(
                        "select distinct s.item from StockEntity s where " + AT_PLACE + IN_UNIT, String.class)
                .setParameter("kind", position.place().kind())
                .setParameter("code", position.place().code())
                .setParameter("unit", unit(position))
                .getResultStream()
                .map(ItemNumber::new)
                .collect(Collectors.toSet()));
    }

    private static String unit(Position position) {
        return PositionPart.of(position).sscc();
    }

    /** The lots are known already: joined again, PostgreSQL would rather read all of them. */
    private List<StockBalance> stored(LotRows lots) {
        Questions questions = new Questions();
        List<StockBalance> balances = new ArrayList<>();
        Map<Long, LotKey> keys = lots.keys();
        Chunks.of(lots.ids())
                .forEach(ids -> questions.ask(
                        LotsInStock.BALANCES,
                        row -> balances.add(LotsInStock.balance(row, keys)),
                        ArrayParameter.ids(ids)));
        current.ask(questions);
        return balances.stream().sorted(BY_LOT_AND_POSITION).toList();
    }

    private List<StockBalance> sorted(Stream<StockEntity> rows) {
        return rows.peek(row -> LotRows.learn(current, row.lot))
                .map(StockEntity::toBalance)
                .sorted(BY_LOT_AND_POSITION)
                .toList();
    }
}
