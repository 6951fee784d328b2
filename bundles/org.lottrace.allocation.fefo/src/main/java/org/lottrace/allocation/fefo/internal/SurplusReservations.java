package org.lottrace.allocation.fefo.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.order.Demand;
import org.lottrace.api.quantity.Quantity;

/** What is reserved beyond what an order still wants: soft ones go first and picked ones last, of each kind what was reserved last; the rest stays as it is. */
final class SurplusReservations {
    private final ItemStore items;
    private final Demands demands;
    private final ReservationStore reservations;

    SurplusReservations(ItemStore items, Demands demands, ReservationStore reservations) {
        this.items = items;
        this.demands = demands;
        this.reservations = reservations;
    }

    /**
     * Needs the lock of the items.
     *
     * @param order as it is wanted now
     * @param reserved for lines that it has, in the order in which it was reserved
     */
    void free(Demand order, List<Reservation> reserved) {
        if (reserved.isEmpty()) {
            return;
        }
        Map<OrderLineReference, Quantity> shipped = demands.served(order);
        reserved.stream()
                .collect(Collectors.groupingBy(Reservation::orderLine))
                .forEach((line, ofLine) -> free(ofLine, open(order, line, shipped)));
    }

    private Quantity open(Demand order, OrderLineReference reference, Map<OrderLineReference, Quantity> shipped) {
        Demand.Line line = order.lines().stream()
                .filter(one -> one.number() == reference.line())
                .findFirst()
                .orElseThrow();
        Item item = items.find(line.item()).orElseThrow();
        Quantity ordered = item.toBaseUnit(line.quantity());
        Quantity nothing = Quantity.zero(ordered.unit());
        Quantity open = ordered.minus(shipped.getOrDefault(reference, nothing));
        return open.isNegative() ? nothing : open;
    }

    /** Of each kind in the order in which it was reserved. */
    private static List<Reservation> firmestFirst(List<Reservation> ofLine) {
        return ofLine.stream()
                .sorted(Comparator.comparing(Reservation::kind).reversed())
                .toList();
    }

    private void free(List<Reservation> ofLine, Quantity wanted) {
        Quantity left = wanted;
        for (Reservation reservation : firmestFirst(ofLine)) {
            Quantity kept = left.min(reservation.quantity());
            left = left.minus(kept);
            if (kept.isZero()) {
                reservations.remove(List.of(reservation));
            } else if (!kept.equals(reservation.quantity())) {
                reservations.save(reservation.of(kept));
            }
        }
    }
}
