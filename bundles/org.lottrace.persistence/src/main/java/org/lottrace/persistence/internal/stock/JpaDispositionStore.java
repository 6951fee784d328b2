package org.lottrace.persistence.internal.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.store.DispositionStore;
import org.lottrace.api.lot.Disposition;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quality.Hold;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.RoundTrip;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.lot.LotRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaDispositionStore implements DispositionStore {
    private static final String ALL = "select d from DispositionEntity d join fetch d.lot";
    private static final String DISPOSITIONS = ALL + " where ";

    /** Who changes what was decided of a lot has locked its item: after a lock it is asked for again. */
    private static final Kind<LotKey, Optional<LotDisposition>> KNOWN = Kind.untilALock();

    private final CurrentSession current;

    @Activate
    public JpaDispositionStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void save(Collection<LotDisposition> states) {
        if (states.isEmpty()) {
            return;
        }
        LotRows lots =
                LotRows.of(current, states.stream().map(LotDisposition::lot).toList());
        List<Object> rows = new ArrayList<>();
        states.forEach(state -> rows.add(new DispositionEntity(state, lots.get(state.lot()))));
        states.forEach(state -> state.holds()
                .forEach(hold -> rows.add(new HoldEntity(lots.get(state.lot()).id(), hold))));
        current.memory().forget(KNOWN);
        current.run(session -> new RoundTrip(session).merge(rows, "false").send());
    }

    @Override
    public void end(Map<LotKey, List<Hold>> ended) {
        LotRows lots = LotRows.of(current, ended.keySet());
        List<HoldEntity> rows = ended.entrySet().stream()
                .flatMap(ofLot -> ofLot.getValue().stream()
                        .map(hold -> new HoldEntity(lots.get(ofLot.getKey()).id(), hold)))
                .toList();
        if (!rows.isEmpty()) {
            current.memory().forget(KNOWN);
            current.run(session -> new RoundTrip(session).merge(rows, "true").send());
        }
    }

    @Override
    public void clear() {
        current.memory().forget(KNOWN);
        current.run(session -> {
            session.createMutationQuery("delete HoldEntity").executeUpdate();
            session.createMutationQuery("delete DispositionEntity").executeUpdate();
        });
    }

    @Override
    public List<LotDisposition> all() {
        return current.call(session -> whole(
                session.createSelectionQuery(ALL, DispositionEntity.class).getResultList(),
                session.createSelectionQuery("from HoldEntity", HoldEntity.class)
                        .getResultList()));
    }

    @Override
    public List<LotDisposition> of(Collection<LotKey> lots) {
        return current.required(() -> {
            List<LotKey> unknown = lots.stream()
                    .distinct()
                    .filter(lot -> current.memory().find(KNOWN, lot).isEmpty())
                    .toList();
            if (!unknown.isEmpty()) {
                read(unknown);
            }
            return lots.stream()
                    .distinct()
                    .flatMap(lot -> current.memory().find(KNOWN, lot).orElseThrow().stream())
                    .sorted(Comparator.comparing(LotDisposition::lot))
                    .toList();
        });
    }

    private void read(List<LotKey> lots) {
        learn(
                current,
                lots,
                current.call(session -> withHolds(
                        session, withIds(session, LotRows.of(current, lots).ids()))));
    }

    /** @param found all there is of those lots */
    static void learn(CurrentSession current, Collection<LotKey> lots, List<LotDisposition> found) {
        lots.forEach(lot -> current.memory().learn(KNOWN, lot, Optional.empty()));
        found.forEach(one -> current.memory().learn(KNOWN, one.lot(), Optional.of(one)));
    }

    @Override
    public List<LotDisposition> notSellable() {
        return current.call(session -> {
            List<DispositionEntity> rows = new ArrayList<>(
                    session.createSelectionQuery(DISPOSITIONS + "d.disposition in :others", DispositionEntity.class)
                            .setParameterList("others", EnumSet.complementOf(EnumSet.of(Disposition.SELLABLE)))
                            .getResultList());
            Set<Long> ids = rows.stream().map(row -> row.lotId).collect(Collectors.toSet());
            List<Long> heldAtPlaces = session.createSelectionQuery(
                            "select distinct h.id.lotId from HoldEntity h where h.placeKind = :kind", Long.class)
                    .setParameter("kind", PlaceKind.LOCATION.code())
                    .getResultStream()
                    .filter(lot -> !ids.contains(lot))
                    .toList();
            rows.addAll(withIds(session, heldAtPlaces));
            return withHolds(session, rows);
        });
    }

    private static List<DispositionEntity> withIds(StatelessSession session, List<Long> lots) {
        return Chunks.query(lots, chunk -> session.createSelectionQuery(
                        DISPOSITIONS + "d.lotId = any_id(:lots, 0)", DispositionEntity.class)
                .setParameter("lots", AnyOf.ids(chunk))
                .getResultList());
    }

    /** Lots that something was decided of are few among all: their holds are asked for only then. */
    private static List<LotDisposition> withHolds(StatelessSession session, List<DispositionEntity> rows) {
        List<Long> ids = rows.stream().map(row -> row.lotId).toList();
        return whole(rows, Chunks.query(ids, chunk -> session.createSelectionQuery(
                        "from HoldEntity h where h.id.lotId = any_id(:lots, 0)", HoldEntity.class)
                .setParameter("lots", AnyOf.ids(chunk))
                .getResultList()));
    }

    private static List<LotDisposition> whole(List<DispositionEntity> rows, List<HoldEntity> holds) {
        Map<Long, List<Hold>> byLot = holds.stream()
                .collect(Collectors.groupingBy(
                        hold -> hold.id.lotId(), Collectors.mapping(HoldEntity::toHold, Collectors.toList())));
        return rows.stream()
                .map(row -> row.toDisposition(byLot.getOrDefault(row.lotId, List.of())))
                .sorted(Comparator.comparing(LotDisposition::lot))
                .toList();
    }
}
