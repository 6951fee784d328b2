package org.lottrace.movement.capture.internal;

import java.util.Comparator;
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
        List<Reservation> serving = serving(goods, orderLine);
        Quantity available = serving.stream()
                .map(this::left)
                .reduce(Quantity.zero(goods.quantity().unit()), Quantity::plus);
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
        return take(goods, serving);
    }

    /** As {@link #take(Goods, OrderLineReference, boolean, Findings)}, when it need not be reserved. */
    boolean takeWhatIsReserved(Goods goods, OrderLineReference orderLine) {
        return take(goods, serving(goods, orderLine));
    }

    private boolean take(Goods goods, List<Reservation> serving) {
        Quantity rest = goods.quantity();
        for (Reservation one : serving) {
            Quantity part = rest.min(left(one));
            if (part.isPositive()) {
                taken.merge(one, part, Quantity::plus);
                rest = rest.minus(part);
            }
        }
        return rest.isZero();
    }

    /** What is reserved where the goods are comes first. */
    private List<Reservation> serving(Goods goods, OrderLineReference orderLine) {
        return reserved.stream()
                .filter(r -> r.orderLine().equals(orderLine)
                        && r.lot().equals(goods.lot().key())
                        && r.servesAt(goods.position()))
                .sorted(Comparator.comparing((Reservation r) -> !r.position().equals(goods.position())))
                .toList();
    }

    private Quantity left(Reservation one) {
        return Optional.ofNullable(taken.get(one)).map(one.quantity()::minus).orElse(one.quantity());
    }

    /** Gives back what is reserved for the order line beyond what it still wants, the newest first. */
    void giveBack(OrderLineReference orderLine, Quantity wanted) {
        Quantity kept = Quantity.zero(wanted.unit());
        for (Reservation reservation : reserved) {
            if (reservation.orderLine().equals(orderLine)) {
                Quantity rest = left(reservation);
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
