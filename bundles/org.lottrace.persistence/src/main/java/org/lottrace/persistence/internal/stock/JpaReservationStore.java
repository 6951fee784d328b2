package org.lottrace.persistence.internal.stock;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.DocumentType;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.RoundTrip.ArrayParameter;
import org.lottrace.persistence.internal.item.KnownItems;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.value.PositionPart;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaReservationStore implements ReservationStore {
    private static final String RESERVATIONS = "select r from ReservationEntity r join fetch r.lot where ";

    /** Those that are given, {@code k}, with the same ones that are there, {@code r}. */
    private static final String SAME = """
            merge into reservation r using (
                select k.order_type, k.order_number, cast(k.order_line as integer) order_line, k.lot_id, k.place_kind,
                    k.place_code, k.place_sscc, cast(k.quantity as numeric(21, 6)) quantity, k.unit, k.kind,
                cast(k.soft_until as timestamp(6) with time zone) soft_until
                from unnest(cast(? as varchar array), cast(? as varchar array),
                    cast(? as varchar array), cast(? as bigint array), cast(? as varchar array),
                    cast(? as varchar array), cast(? as varchar array), cast(? as varchar array),
                    cast(? as varchar array), cast(? as varchar array), cast(? as varchar array))
                    k (order_type, order_number, order_line, lot_id, place_kind, place_code, place_sscc, quantity, unit, kind,
                        soft_until)
            ) k on r.order_number = k.order_number and r.order_type = k.order_type and r.order_line = k.order_line
                and r.lot_id = k.lot_id and r.place_kind = k.place_kind and r.place_code = k.place_code
                and r.place_sscc = k.place_sscc
            """;

    /** Ids are taken from the sequence row by row, so that they grow in the order in which reservations are made on any node. */
    private static final String MERGE = SAME + """
            when matched then update set quantity = k.quantity, unit = k.unit, kind = k.kind, soft_until = k.soft_until
            when not matched then insert (id, order_type, order_number, order_line, lot_id, place_kind, place_code,
                    place_sscc, quantity, unit, kind, soft_until)
                values (nextval('surrogate_id'), k.order_type, k.order_number, k.order_line, k.lot_id, k.place_kind,
                    k.place_code, k.place_sscc, k.quantity, k.unit, k.kind, k.soft_until)
            """;

    private final CurrentSession current;
    private final OrderedReservations ordered;

    @Activate
    public JpaReservationStore(@Reference CurrentSession current) {
        this.current = current;
        this.ordered = new OrderedReservations(current);
    }

    @Override
    public void lockItems(Collection<ItemNumber> items) {
        KnownItems.lock(current, items);
        ordered.itemsAreLocked();
    }

    @Override
    public void save(Reservation reservation) {
        save(List.of(reservation));
    }

    @Override
    public void save(Collection<Reservation> reserved) {
        write(MERGE, reserved, ordered::written);
    }

    @Override
    public void remove(Collection<Reservation> reserved) {
        write(SAME + "when matched then delete", reserved, ordered::removed);
    }

    private void write(
            String merge,
            Collection<Reservation> reserved,
            BiConsumer<StatelessSession, Collection<Reservation>> seal) {
        List<Reservation> rows = List.copyOf(reserved);
        if (rows.isEmpty()) {
            return;
        }
        ReservedSums.forget(current);
        LotRows lots = LotRows.of(current, rows.stream().map(Reservation::lot).toList());
        current.run(session -> {
            seal.accept(session, rows);
            current.stage(
                    StagedReservations.class,
                    StagedReservations::new,
                    staged -> staged.add(merge, parameters(rows, lots)));
        });
    }

    private static ArrayParameter[] parameters(List<Reservation> rows, LotRows lots) {
        return new ArrayParameter[] {
            texts(rows, row -> row.orderLine().order().type().code()),
            texts(rows, row -> row.orderLine().order().number()),
            texts(rows, row -> Integer.toString(row.orderLine().line())),
            new ArrayParameter(
                    "bigint", rows.stream().map(row -> lots.get(row.lot()).id()).toArray()),
            texts(rows, row -> row.position().place().kind().code()),
            texts(rows, row -> row.position().place().code()),
            texts(rows, row -> PositionPart.of(row.position()).sscc()),
            texts(rows, row -> row.quantity().amount().toPlainString()),
            texts(rows, row -> row.quantity().unit().code()),
            texts(rows, ReservationEntity::kind),
            texts(rows, row -> row.until().map(Instant::toString).orElse(null))
        };
    }

    private static ArrayParameter texts(List<Reservation> rows, Function<Reservation, String> text) {
        return new ArrayParameter("varchar", rows.stream().map(text).toArray());
    }

    @Override
    public List<Reservation> ofOrder(DocumentReference order) {
        return ofOrder(order, current.call(session -> session.createSelectionQuery(
                        RESERVATIONS + "r.orderLine.number = :number order by r.id", ReservationEntity.class)
                .setParameter("number", order.number())
                .getResultStream()
                .map(ReservationEntity::toReservation)
                .toList()));
    }

    private List<Reservation> ofOrder(DocumentReference order, List<Reservation> ofNumber) {
        ordered.learn(order.number(), ofNumber);
        return ofNumber.stream()
                .filter(one -> one.orderLine().order().equals(order))
                .toList();
    }

    @Override
    public List<Reservation> ofOrderOrLots(DocumentReference order, Collection<LotKey> lots) {
        Set<LotKey> wanted = Set.copyOf(lots);
        List<Reservation> read = AskedReservations.ofOrderOrLots(current, order, lots);
        List<Reservation> ofOrder = ofOrder(
                order,
                read.stream()
                        .filter(one -> one.orderLine().order().number().equals(order.number()))
                        .toList());
        return read.stream()
                .filter(one -> wanted.contains(one.lot()) || ofOrder.contains(one))
                .toList();
    }

    @Override
    public List<Reservation> ofOrdersOrLots(Collection<DocumentReference> orders, Collection<LotKey> lots) {
        Set<String> numbers =
                orders.stream().map(DocumentReference::number).collect(Collectors.toCollection(TreeSet::new));
        Set<LotKey> wanted = Set.copyOf(lots);
        Set<DocumentReference> wantedOrders = Set.copyOf(orders);
        Map<Long, ReservationEntity> read = new TreeMap<>();
        List<ReservationEntity> ofNumbers = Chunks.query(
                numbers,
                chunk -> current.call(session -> session.createSelectionQuery(
                                RESERVATIONS + "r.orderLine.number = any_text(:numbers, 0)", ReservationEntity.class)
                        .setParameter("numbers", AnyOf.texts(chunk))
                        .getResultList()));
        ofNumbers.forEach(row -> read.put(row.id, row));
        rowsOfLots(lots).forEach(row -> read.put(row.id, row));
        Map<String, List<Reservation>> byNumber = ofNumbers.stream()
                .sorted(Comparator.comparing((ReservationEntity row) -> row.id))
                .map(ReservationEntity::toReservation)
                .collect(Collectors.groupingBy(one -> one.orderLine().order().number()));
        numbers.forEach(number -> ordered.learn(number, byNumber.getOrDefault(number, List.of())));
        return read.values().stream()
                .map(ReservationEntity::toReservation)
                .filter(one -> wanted.contains(one.lot())
                        || wantedOrders.contains(one.orderLine().order()))
                .toList();
    }

    @Override
    public List<Reservation> ofLots(Collection<LotKey> lots) {
        return rowsOfLots(lots).stream()
                .sorted(Comparator.comparing((ReservationEntity row) -> row.id))
                .map(ReservationEntity::toReservation)
                .toList();
    }

    private List<ReservationEntity> rowsOfLots(Collection<LotKey> lots) {
        return current.call(
                session -> Chunks.query(LotRows.of(current, lots).ids(), chunk -> session.createSelectionQuery(
                                RESERVATIONS + "r.lot.id = any_id(:lots, 0)", ReservationEntity.class)
                        .setParameter("lots", AnyOf.ids(chunk))
                        .getResultList()));
    }

    @Override
    public List<String> ordersAfter(DocumentType type, String number, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "select distinct r.orderLine.number from ReservationEntity r where r.orderLine.number > :number"
                                + " and r.orderLine.type = :type order by r.orderLine.number",
                        String.class)
                .setParameter("type", type)
                .setParameter("number", number)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public List<Reservation> endedBy(Instant moment, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        RESERVATIONS + "r.softUntil <= :moment order by r.softUntil, r.id", ReservationEntity.class)
                .setParameter("moment", moment)
                .setMaxResults(limit)
                .getResultStream()
                .map(ReservationEntity::toReservation)
                .toList());
    }

    @Override
    public List<StockBalance> sumsOf(Collection<LotKey> lots) {
        return current.required(() -> ReservedSums.of(current, lots));
    }
}
