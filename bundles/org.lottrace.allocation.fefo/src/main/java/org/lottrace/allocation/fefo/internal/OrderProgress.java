package org.lottrace.allocation.fefo.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.store.ReservationStore;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.order.Demand;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;

/**
 * How far an order is served: ordered, shipped or consumed, and reserved by line, by line number.
 *
 * <p>Shipped is the sum of the {@code SHIP} lines in the ledger that were not reversed. A {@code RETURN} is not taken off: goods come back
 * because something was wrong with them or with the order, so whether the customer still wants the quantity is the ERP
 * system's decision. It says so with a new order.
 */
final class OrderProgress {
    private final ItemStore items;
    private final LotStore lots;
    private final Demands demands;
    private final ReservationStore reservations;

    OrderProgress(ItemStore items, LotStore lots, Demands demands, ReservationStore reservations) {
        this.items = items;
        this.lots = lots;
        this.demands = demands;
        this.reservations = reservations;
    }

    /** @return the lines without candidates */
    List<LineAllocation> of(Demand order) {
        return of(order, demands.served(order), reservations.ofOrder(order.reference()));
    }

    /** As {@link #of(Demand)}, with what is known of it already. */
    List<LineAllocation> of(Demand order, Map<OrderLineReference, Quantity> shipped, List<Reservation> all) {
        Map<OrderLineReference, List<Reservation>> reserved = byLine(all);
        return order.lines().stream()
                .map(Demand.Line.class::cast)
                .sorted(Comparator.comparingInt(Demand.Line::number))
                .map(line -> {
                    OrderLineReference reference = new OrderLineReference(order.reference(), line.number());
                    Quantity ordered = item(line).toBaseUnit(line.quantity());
                    return new LineAllocation(
                            reference,
                            line.item(),
                            ordered,
                            shipped.getOrDefault(reference, Quantity.zero(ordered.unit())),
                            reserved.getOrDefault(reference, List.of()),
                            List.of(),
                            line.insteadOf().map(SalesOrder.InsteadOf::line),
                            List.of());
                })
                .toList();
    }

    /** The database keeps an item as long as an order names it. */
    private Item item(Demand.Line line) {
        return items.find(line.item()).orElseThrow();
    }

    /** In the order in which it is to be picked. */
    private Map<OrderLineReference, List<Reservation>> byLine(List<Reservation> all) {
        Map<LotKey, Lot> lotByKey = lots
                .withKeys(all.stream().map(Reservation::lot).toList())
                .stream()
                .collect(Collectors.toMap(Lot::key, Function.identity()));
        return all.stream()
                .sorted(Comparator.comparing((Reservation r) -> lotByKey.get(r.lot()), RotationOrder.LOTS)
                        .thenComparing(Reservation::position))
                .collect(Collectors.groupingBy(Reservation::orderLine));
    }
}
