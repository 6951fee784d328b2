package org.lottrace.movement.capture.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;

/** Goods that have left for an order although they were not reserved for it: what the order says to that. */
final class BeyondReserved {
    static final String MORE_THAN_ORDERED = "MORE_THAN_ORDERED";

    private static final String SHIPPED_NOT_ORDERED = "SHIPPED_NOT_ORDERED";

    private final LedgerStore events;
    private final ItemStore items;

    BeyondReserved(LedgerStore events, ItemStore items) {
        this.events = events;
        this.items = items;
    }

    /**
     * Goods that no line ordered have left all the same: they are recorded, and count for no line.
     *
     * @return what each order line that is named still wants when the goods have left; nothing below zero
     */
    Map<OrderLineReference, Quantity> check(
            SalesOrder order, List<Goods> goods, Function<Goods, OrderLineReference> lineOf, Findings findings) {
        Map<OrderLineReference, Quantity> shipped = events.shipped(order.reference());
        Map<OrderLineReference, Quantity> wanted = new LinkedHashMap<>();
        for (Goods line : goods) {
            OrderLineReference reference = lineOf.apply(line);
            Optional<SalesOrder.Line> ordered = order.line(reference.line())
                    .filter(one -> one.item().equals(line.lot().key().item()));
            if (ordered.isEmpty()) {
                notOrdered(order, line, findings);
            } else {
                Quantity before = wanted.computeIfAbsent(
                        reference, unused -> open(ordered.get(), Optional.ofNullable(shipped.get(reference))));
                wanted.put(reference, before.minus(line.quantity()));
                if (wanted.get(reference).isNegative()) {
                    findings.breach(
                            MORE_THAN_ORDERED,
                            line.path().then("quantity"),
                            reference + " wants " + notNegative(before) + " more, and " + line.quantity()
                                    + " have left");
                }
            }
        }
        wanted.replaceAll((reference, left) -> notNegative(left));
        return wanted;
    }

    /** What has left in the place of something else is a line of its own, if the order has one. */
    private static void notOrdered(SalesOrder order, Goods goods, Findings findings) {
        findings.breach(
                SHIPPED_NOT_ORDERED,
                goods.path().then("lot"),
                "no line of " + order.reference() + " orders item "
                        + goods.lot().key().item()
                        + ": its lines still want their own. If the customer keeps the goods, send the order again with a line for"
                        + " them, which says in whose place they were delivered, reverse this shipment and report it"
                        + " again for that line");
    }

    private Quantity open(SalesOrder.Line ordered, Optional<Quantity> shipped) {
        Quantity all = items.find(ordered.item()).orElseThrow().toBaseUnit(ordered.quantity());
        return shipped.map(all::minus).orElse(all);
    }

    private static Quantity notNegative(Quantity quantity) {
        return quantity.isNegative() ? Quantity.zero(quantity.unit()) : quantity;
    }
}
