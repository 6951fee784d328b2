package org.lottrace.movement.capture.internal;

import java.util.List;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** Keeps reservations in step with goods that move or leave. */
final class ReservedGoods {
    private final ReservationStore reservations;

    ReservedGoods(ReservationStore reservations) {
        this.reservations = reservations;
    }

    /** Takes the reservations of goods along, the oldest first, as far as the quantity goes. */
    void moveAlong(List<Goods> goods, Position target) {
        reservations.lockItems(Goods.itemsOf(goods));
        for (Goods line : goods) {
            Quantity rest = line.quantity();
            for (Reservation reservation : at(line.lot().key(), line.position())) {
                Quantity part = rest.min(reservation.quantity());
                if (part.isPositive()) {
                    rest = rest.minus(part);
                    use(reservation, part);
                    add(reservation.orderLine(), line.lot().key(), target, part);
                }
            }
        }
    }

    /** Takes a part of the reservation away. */
    void use(Reservation reservation, Quantity part) {
        Quantity left = reservation.quantity().minus(part);
        if (left.isZero()) {
            reservations.remove(reservation);
        } else {
            reservations.save(with(reservation, left));
        }
    }

    private void add(OrderLineReference orderLine, LotKey lot, Position position, Quantity quantity) {
        Quantity known = at(lot, position).stream()
                .filter(reservation -> reservation.orderLine().equals(orderLine))
                .map(Reservation::quantity)
                .reduce(Quantity.zero(quantity.unit()), Quantity::plus);
        reservations.save(new Reservation(orderLine, lot, position, known.plus(quantity)));
    }

    private List<Reservation> at(LotKey lot, Position position) {
        return reservations.ofLots(List.of(lot)).stream()
                .filter(reservation -> reservation.position().equals(position))
                .toList();
    }

    private static Reservation with(Reservation reservation, Quantity quantity) {
        return new Reservation(reservation.orderLine(), reservation.lot(), reservation.position(), quantity);
    }
}
