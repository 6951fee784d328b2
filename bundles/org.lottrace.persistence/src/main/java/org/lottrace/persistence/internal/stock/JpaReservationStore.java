package org.lottrace.persistence.internal.stock;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

    /** Ids are taken from the sequence row by row, so that they grow in the order in which reservations are made on any node. */
    private static final String MERGE = """
            merge into reservation r using (
                select k.order_type, k.order_number, cast(k.order_line as integer) order_line, k.lot_id, k.place_kind,
                    k.place_code, k.place_sscc, cast(k.quantity as numeric(21, 6)) quantity, k.unit
                from unnest(cast(:types as varchar array), cast(:numbers as varchar array),
                    cast(:lines as varchar array), cast(:lots as bigint array), cast(:kinds as varchar array),
                    cast(:codes as varchar array), cast(:units as varchar array), cast(:quantities as varchar array),
                    cast(:measures as varchar array))
                    k (order_type, order_number, order_line, lot_id, place_kind, place_code, place_sscc, quantity, unit)
            ) k on r.order_number = k.order_number and r.order_type = k.order_type and r.order_line = k.order_line
                and r.lot_id = k.lot_id and r.place_kind = k.place_kind and r.place_code = k.place_code
                and r.place_sscc = k.place_sscc
            when matched then update set quantity = k.quantity, unit = k.unit
            when not matched then insert (id, order_type, order_number, order_line, lot_id, place_kind, place_code,
                    place_sscc, quantity, unit)
                values (nextval('surrogate_id'), k.order_type, k.order_number, k.order_line, k.lot_id, k.place_kind,
                    k.place_code, k.place_sscc, k.quantity, k.unit)
            """;

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
        save(List.of(reservation));
    }

    @Override
    public void save(Collection<Reservation> reserved) {
        List<Reservation> rows = List.copyOf(reserved);
        if (rows.isEmpty()) {
            return;
        }
        LotRows lots = LotRows.of(current, rows.stream().map(Reservation::lot).toList());
        current.run(session -> session.createNativeMutationQuery(MERGE)
                .setParameter(
                        "types",
                        texts(rows, row -> row.orderLine().order().type().code()))
                .setParameter(
                        "numbers", texts(rows, row -> row.orderLine().order().number()))
                .setParameter(
                        "lines",
                        texts(rows, row -> Integer.toString(row.orderLine().line())))
                .setParameter(
                        "lots",
                        AnyOf.ids(rows.stream()
                                .map(row -> lots.get(row.lot()).id())
                                .toList()))
                .setParameter(
                        "kinds",
                        texts(rows, row -> row.position().place().kind().code()))
                .setParameter("codes", texts(rows, row -> row.position().place().code()))
                .setParameter("units", texts(rows, row -> PositionPart.of(row.position())
                        .sscc()))
                .setParameter(
                        "quantities", texts(rows, row -> row.quantity().amount().toPlainString()))
                .setParameter(
                        "measures", texts(rows, row -> row.quantity().unit().code()))
                .executeUpdate());
    }

    private static String[] texts(List<Reservation> rows, Function<Reservation, String> text) {
        return AnyOf.texts(rows.stream().map(text).toList());
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
            LotRows reserved =
                    LotRows.of(current, removed.stream().map(Reservation::lot).toList());
            current.run(session -> session.createMutationQuery("delete ReservationEntity where lot.id = any_id(:lots)")
                    .setParameter("lots", AnyOf.ids(reserved.ids()))
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
    public List<Reservation> ofOrderOrLots(DocumentReference order, Collection<LotKey> lots) {
        return current.call(session -> session.createSelectionQuery(
                        RESERVATIONS + "r.id in (select o.id from ReservationEntity o"
                                + " where o.orderLine.type = :type and o.orderLine.number = :number"
                                + " union select l.id from ReservationEntity l where l.lot.id = any_id(:lots))"
                                + " order by r.id",
                        ReservationEntity.class)
                .setParameter("type", order.type())
                .setParameter("number", order.number())
                .setParameter("lots", AnyOf.ids(LotRows.of(current, lots).ids()))
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
