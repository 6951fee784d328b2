package org.lottrace.persistence.internal.stock;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.query.MutationQuery;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.item.KnownItems;
import org.lottrace.persistence.internal.lot.LotEntity;
import org.lottrace.persistence.internal.lot.LotRows;
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
    public List<Reservation> removeAll(Collection<LotKey> lots) {
        List<Reservation> removed = ofLots(lots);
        if (!removed.isEmpty()) {
            current.run(session -> session.createMutationQuery("delete ReservationEntity where lot.id = any_id(:lots)")
                    .setParameter("lots", AnyOf.ids(LotRows.of(current, lots).ids()))
                    .executeUpdate());
        }
        return removed;
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
