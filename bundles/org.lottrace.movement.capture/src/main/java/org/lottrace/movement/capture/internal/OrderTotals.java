package org.lottrace.movement.capture.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;

/** Whether more has come for an order line than was ordered, whatever the notices say. */
final class OrderTotals {
    private static final String ORDER_EXCEEDED = "ORDER_EXCEEDED";

    private final PurchaseOrderStore orders;
    private final LedgerStore events;
    private final ItemStore items;

    OrderTotals(PurchaseOrderStore orders, LedgerStore events, ItemStore items) {
        this.orders = orders;
        this.events = events;
        this.items = items;
    }

    /** @param tolerance percent of the ordered quantity by which more may come */
    void check(List<Came> arrivals, int tolerance, Findings findings) {
        Map<DocumentReference, Map<OrderLineReference, Quantity>> received = new LinkedHashMap<>();
        for (Came came : arrivals) {
            came.orderLine().ifPresent(line -> ordered(line, came).ifPresent(ordered -> {
                Quantity total = received.computeIfAbsent(
                                line.order(), order -> new LinkedHashMap<>(events.received(order)))
                        .merge(line, came.quantity(), Quantity::plus);
                Quantity more = total.minus(ordered);
                if (more.isPositive() && Tolerance.isExceeded(more, ordered, tolerance)) {
                    findings.breach(
                            ORDER_EXCEEDED,
                            came.path().then("quantity"),
                            "with it " + total + " have come for " + line + ", which orders " + ordered
                                    + ": ask the buyer");
                }
            }));
        }
    }

    /** @return empty when the order was sent again with another line, which is found with its price */
    private Optional<Quantity> ordered(OrderLineReference reference, Came came) {
        try {
            return orders.find(reference.order().number())
                    .flatMap(order -> order.line(reference.line()))
                    .filter(line -> line.item().equals(came.lot().key().item()))
                    .map(PurchaseOrder.Line::quantity)
                    .flatMap(quantity -> items.find(came.lot().key().item()).map(item -> item.toBaseUnit(quantity)));
        } catch (UnitMismatchException | ArithmeticException unitIsGone) {
            return Optional.empty();
        }
    }
}
