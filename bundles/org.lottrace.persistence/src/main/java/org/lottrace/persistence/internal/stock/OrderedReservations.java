package org.lottrace.persistence.internal.stock;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.persistence.internal.AnyOf;
import org.lottrace.persistence.internal.Chunks;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.lot.LotRows;
import org.lottrace.persistence.internal.seal.RecordKey;
import org.lottrace.persistence.internal.seal.Sealed;
import org.lottrace.persistence.internal.seal.SealedRecord;
import org.lottrace.persistence.internal.seal.StagedSeals;

/**
 * Seals reservations, all of one order line together: whoever changes one of them has locked the item of the line. What is
 * reserved for an order is known from its reading on, until items are locked again.
 */
final class OrderedReservations {
    private static final Kind<String, List<Reservation>> OF_NUMBER = Kind.ofTheUnit();

    private final CurrentSession current;

    OrderedReservations(CurrentSession current) {
        this.current = current;
    }

    void itemsAreLocked() {
        current.memory().forget(OF_NUMBER);
    }

    /** @param reserved all there is for the orders with that number */
    void learn(String number, List<Reservation> reserved) {
        current.memory().learn(OF_NUMBER, number, reserved);
    }

    /** @param written in the place of those for the same goods of the same order line */
    void written(StatelessSession session, Collection<Reservation> written) {
        changed(session, written, true);
    }

    void removed(StatelessSession session, Collection<Reservation> removed) {
        changed(session, removed, false);
    }

    private void changed(StatelessSession session, Collection<Reservation> changed, boolean areThere) {
        read(session, changed);
        Map<String, List<Reservation>> byNumber = changed.stream().collect(Collectors.groupingBy(this::number));
        List<Reservation> ofLines = new ArrayList<>();
        byNumber.forEach((number, some) -> {
            List<Reservation> now =
                    new ArrayList<>(current.memory().find(OF_NUMBER, number).orElseThrow());
            now.removeIf(before -> some.stream().anyMatch(after -> before.isOfSameGoods(after)));
            now.addAll(areThere ? some : List.of());
            learn(number, now);
            now.stream()
                    .filter(left ->
                            some.stream().anyMatch(one -> one.orderLine().equals(left.orderLine())))
                    .forEach(ofLines::add);
        });
        seal(session, changed, ofLines);
    }

    /** A line for which nothing is left is sealed, too. */
    private void seal(StatelessSession session, Collection<Reservation> changed, List<Reservation> ofLines) {
        LotRows lots =
                LotRows.of(current, ofLines.stream().map(Reservation::lot).toList());
        List<Sealed> left = StagedSeals.records(
                session,
                ofLines.stream().map(one -> new ReservationEntity(one, lots)).toArray());
        Set<RecordKey> keys = left.stream().map(Sealed::key).collect(Collectors.toSet());
        Stream<Sealed> gone = changed.stream()
                .map(this::key)
                .distinct()
                .filter(key -> !keys.contains(key))
                .map(key -> new Sealed(SealedRecord.RESERVATION, key, List.of()));
        StagedSeals.seal(current, Stream.concat(left.stream(), gone).toList());
    }

    private void read(StatelessSession session, Collection<Reservation> changed) {
        List<String> unknown = changed.stream()
                .map(this::number)
                .distinct()
                .filter(number -> current.memory().find(OF_NUMBER, number).isEmpty())
                .toList();
        Map<String, List<Reservation>> read = Chunks.query(unknown, chunk -> session.createSelectionQuery(
                                "select r from ReservationEntity r join fetch r.lot"
                                        + " where r.orderLine.number = any_text(:numbers, 0)",
                                ReservationEntity.class)
                        .setParameter("numbers", AnyOf.texts(chunk))
                        .getResultList())
                .stream()
                .map(ReservationEntity::toReservation)
                .collect(Collectors.groupingBy(this::number));
        unknown.forEach(number -> learn(number, read.getOrDefault(number, List.of())));
    }

    private RecordKey key(Reservation reservation) {
        int line = reservation.orderLine().line();
        return SealedRecord.RESERVATION.keyApart(
                number(reservation),
                line,
                reservation.orderLine().order().type().code());
    }

    private String number(Reservation reservation) {
        return reservation.orderLine().order().number();
    }
}
