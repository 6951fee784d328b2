package org.lottrace.persistence.internal.stock;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.item.KnownItems;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.PositionPart;
import org.lottrace.persistence.internal.value.QuantityPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaReservationStore implements ReservationStore {
    private static final String SAME = " where orderLine = :orderLine and lot = :lot and position = :position";
    private static final String RESERVATIONS = "select r from ReservationEntity r join fetch r.lot where ";

    private final CurrentSession current;

    @Activate
    public JpaReservationStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void lockItems(Collection<ItemNumber> items) {
        KnownItems.lock(current, items);
    }

    @Override
    public void save(Reservation reservation) {
        current.run(session -> {
            ReservationEntity row = new ReservationEntity(reservation, lot(reservation));
            int replaced = same(session, "update ReservationEntity set quantity = :quantity" + SAME, row)
                    .setParameter("quantity", row.quantity)
                    .executeUpdate();
            if (replaced == 0) {
                session.insert(row);
            }
        });
    }

    @Override
    public void remove(Reservation reservation) {
        current.run(session -> same(
                        session,
                        "delete ReservationEntity" + SAME,
                        new ReservationEntity(reservation, lot(reservation)))
                .executeUpdate());
    }

    @Override
    public List<Reservation> ofOrder(DocumentReference order) {
        return current.call(session -> session.createSelectionQuery(
                        RESERVATIONS + "r.orderLine.type = :type and r.orderLine.number = :number order by r.id",
                        ReservationEntity.class)
                .setParameter("type", order.type())
                .setParameter("number", order.number())
                .getResultStream()
                .map(ReservationEntity::toReservation)
                .toList());
    }

    @Override
    public List<Reservation> ofLots(Collection<LotKey> lots) {
        return current.call(
                session -> Chunks.query(LotRows.of(current, lots).ids(), chunk -> session.createSelectionQuery(
                                        RESERVATIONS + "r.lot.id = any_id(:lots)", ReservationEntity.class)
                                .setParameter("lots", AnyOf.ids(chunk))
                                .getResultList())
                        .stream()
                        .sorted(Comparator.comparing((ReservationEntity row) -> row.id))
                        .map(ReservationEntity::toReservation)
                        .toList());
    }

    @Override
    public List<StockBalance> sumsOf(Collection<LotKey> lots) {
        Map<Long, LotKey> keys = LotRows.of(current, lots).keys();
        return current.call(session -> Chunks.query(keys.keySet(), chunk -> session.createSelectionQuery(
                                "select r.lot.id, r.position.kind, r.position.code, r.position.sscc,"
                                        + " sum(r.quantity.quantity), r.quantity.unit from ReservationEntity r"
                                        + " where r.lot.id = any_id(:lots) group by r.lot.id, r.position.kind,"
                                        + " r.position.code, r.position.sscc, r.quantity.unit",
                                ReservedSum.class)
                        .setParameter("lots", AnyOf.ids(chunk))
                        .getResultList())
                .stream()
                .map(sum -> sum.toBalance(keys))
                .toList());
    }

    /** What is reserved of a lot at a position, all reservations together. */
    record ReservedSum(Long lot, PlaceKind kind, String code, String sscc, BigDecimal quantity, String unit) {
        StockBalance toBalance(Map<Long, LotKey> lots) {
            return new StockBalance(
                    lots.get(lot),
                    new PositionPart(kind, code, sscc).toPosition(),
                    new QuantityPart(quantity, unit).toQuantity());
        }
    }

    private LotEntity lot(Reservation reservation) {
        return LotRows.of(current, List.of(reservation.lot())).get(reservation.lot());
    }

    private static MutationQuery same(StatelessSession session, String hql, ReservationEntity row) {
        return session.createMutationQuery(hql)
                .setParameter("orderLine", row.orderLine)
                .setParameter("lot", row.lot)
                .setParameter("position", row.position);
    }
}
