package org.lottrace.movement.capture.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/** What a shipment takes from the reservations of its order; several lines may take from one reservation. */
final class ReservationUse {
    static final String NOT_RESERVED = "NOT_RESERVED";

    private final List<Reservation> reserved;
    private final Map<Reservation, Quantity> taken = new LinkedHashMap<>();

    ReservationUse(List<Reservation> reserved) {
        this.reserved = reserved;
    }

    /**
     * @param lostLater whether the lot was stopped, and its reservations with it, only after it left
     * @return false when it was not reserved, or not so much of it; then what there was is taken
     */
    boolean take(Goods goods, OrderLineReference orderLine, boolean lostLater, Findings findings) {
        Optional<Reservation> reservation = reserved.stream()
                .filter(r -> r.orderLine().equals(orderLine)
                        && r.lot().equals(goods.lot().key())
                        && r.position().equals(goods.position()))
                .findFirst();
        Quantity available = reservation
                .map(r -> taken.containsKey(r) ? r.quantity().minus(taken.get(r)) : r.quantity())
                .orElseGet(() -> Quantity.zero(goods.quantity().unit()));
        if (available.compareTo(goods.quantity()) < 0) {
            Violation violation = new Violation(
                    NOT_RESERVED,
                    goods.path().then("quantity"),
                    orderLine + " has " + available + " reserved of lot "
                            + goods.lot().key() + " at " + goods.position() + ", not " + goods.quantity()
                            + ": allocate the order and pick what was allocated");
            if (lostLater) {
                findings.note(violation);
            } else {
                findings.breach(violation);
            }
        }
        Quantity part = available.min(goods.quantity());
        reservation.filter(r -> part.isPositive()).ifPresent(r -> taken.merge(r, part, Quantity::plus));
        return part.equals(goods.quantity());
    }

    /** Gives back what is reserved for the order line beyond what it still wants, the newest first. */
    void giveBack(OrderLineReference orderLine, Quantity wanted) {
        Quantity kept = Quantity.zero(wanted.unit());
        for (Reservation reservation : reserved) {
            if (reservation.orderLine().equals(orderLine)) {
                Quantity rest = Optional.ofNullable(taken.get(reservation))
                        .map(reservation.quantity()::minus)
                        .orElse(reservation.quantity());
                Quantity keep = rest.min(wanted.minus(kept));
                kept = kept.plus(keep);
                Quantity surplus = rest.minus(keep);
                if (surplus.isPositive()) {
                    taken.merge(reservation, surplus, Quantity::plus);
                }
            }
        }
    }

    /** Writes what was taken. */
    void write(Reservations reservations) {
        reservations.use(taken);
    }
}
