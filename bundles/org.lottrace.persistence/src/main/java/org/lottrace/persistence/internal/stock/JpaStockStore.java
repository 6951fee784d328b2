package org.lottrace.persistence.internal.stock;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
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
    private static final Comparator<StockBalance> BY_LOT_AND_POSITION =
            Comparator.comparing(StockBalance::lot).thenComparing(StockBalance::position);

    private final CurrentSession current;

    @Activate
    public JpaStockStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public List<StockBalance> lock(Collection<LotKey> lots) {
        return current.locking(session -> {
            List<Long> ids = LotRows.of(session, lots).ids();
            ids.forEach(id -> session.get(LotEntity.class, id, LockMode.PESSIMISTIC_WRITE));
            return ofIds(session, ids);
        });
    }

    @Override
    public void save(Collection<StockBalance> balances) {
        current.run(session -> {
            LotRows lots =
                    LotRows.of(session, balances.stream().map(StockBalance::lot).toList());
            Map<Boolean, List<StockEntity>> byZero = balances.stream()
                    .collect(Collectors.partitioningBy(
                            balance -> balance.quantity().isZero(),
                            Collectors.mapping(balance -> new StockEntity(balance, lots), Collectors.toList())));
            session.upsertMultiple(byZero.get(false));
            byZero.get(true).forEach(row -> delete(session, row));
        });
    }

    @Override
    public void clear() {
        current.run(session -> session.createMutationQuery("delete StockEntity").executeUpdate());
    }

    @Override
    public List<StockBalance> all() {
        return current.call(session ->
                sorted(session.createSelectionQuery(ALL, StockEntity.class).getResultStream()));
    }

    @Override
    public List<StockBalance> ofLots(Collection<LotKey> lots) {
        return current.call(session -> ofIds(session, LotRows.of(session, lots).ids()));
    }

    @Override
    public List<StockBalance> ofItem(ItemNumber item, SiteId site) {
        return current.call(session -> sorted(
                session.createSelectionQuery(BALANCES + "s.site = :site and s.lot.item = :item", StockEntity.class)
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
        return current.call(session -> sorted(session.createSelectionQuery(
                        BALANCES + "s.id.position.kind = :kind and s.id.position.code = :code", StockEntity.class)
                .setParameter("kind", place.kind())
                .setParameter("code", place.code())
                .getResultStream()));
    }

    private static void delete(StatelessSession session, StockEntity row) {
        session.createMutationQuery("delete StockEntity where id = :id")
                .setParameter("id", row.id)
                .executeUpdate();
    }

    private static List<StockBalance> ofIds(StatelessSession session, List<Long> ids) {
        return sorted(Chunks.query(
                ids, chunk -> session.createSelectionQuery(BALANCES + "s.id.lotId in :lots", StockEntity.class)
                        .setParameterList("lots", chunk)
                        .getResultList())
                .stream());
    }

    private static List<StockBalance> sorted(Stream<StockEntity> rows) {
        return rows.map(StockEntity::toBalance).sorted(BY_LOT_AND_POSITION).toList();
    }
}
