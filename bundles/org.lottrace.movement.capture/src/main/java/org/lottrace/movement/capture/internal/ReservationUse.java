package org.lottrace.movement.capture.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.quantity.Quantity;

/** What a shipment takes from the reservations of its order; several lines may take from one reservation. */
final class ReservationUse {
    static final String NOT_RESERVED = "NOT_RESERVED";

    private final List<Reservation> reserved;
    private final Map<Reservation, Quantity> taken = new LinkedHashMap<>();

    ReservationUse(List<Reservation> reserved) {
        this.reserved = reserved;
    }

    void take(Goods goods, OrderLineReference orderLine, Findings findings) {
        Optional<Reservation> reservation = reserved.stream()
                .filter(r -> r.orderLine().equals(orderLine)
                        && r.lot().equals(goods.lot().key())
                        && r.position().equals(goods.position()))
                .findFirst();
        Quantity available = reservation
                .map(r -> taken.containsKey(r) ? r.quantity().minus(taken.get(r)) : r.quantity())
                .orElseGet(() -> Quantity.zero(goods.quantity().unit()));
        if (available.compareTo(goods.quantity()) < 0) {
            findings.add(
                    NOT_RESERVED,
                    goods.path().then("quantity"),
                    orderLine + " has " + available + " reserved of lot "
                            + goods.lot().key() + " at " + goods.position() + ", not " + goods.quantity()
                            + ": allocate the order and pick what was allocated");
        } else {
            reservation.ifPresent(r -> taken.merge(r, goods.quantity(), Quantity::plus));
        }
    }

    /** Writes what was taken. */
    void write(Reservations reservations) {
        reservations.use(taken);
    }
}
