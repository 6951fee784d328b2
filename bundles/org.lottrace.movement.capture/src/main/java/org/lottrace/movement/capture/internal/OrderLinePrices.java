package org.lottrace.movement.capture.internal;

import java.util.Optional;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.ViolationPath;

/**
 * What is agreed for the goods of an order line now. It goes into the record, so an order that is sent again later with other
 * lines or prices changes nothing that was booked.
 */
final class OrderLinePrices {
    private static final String ORDER_LINE_CHANGED = "ORDER_LINE_CHANGED";

    private final PurchaseOrderStore orders;
    private final ItemStore items;

    OrderLinePrices(PurchaseOrderStore orders, ItemStore items) {
        this.orders = orders;
        this.items = items;
    }

    /** @return empty with a breach: the order was sent again since the notice came, and its line is for something else */
    Optional<LinePrice> bought(OrderLineReference reference, ItemNumber item, ViolationPath path, Findings findings) {
        Optional<LinePrice> price = orders.find(reference.order().number())
                .flatMap(order -> order.line(reference.line()))
                .filter(line -> line.item().equals(item))
                .map(PurchaseOrder.Line::price)
                .flatMap(agreed -> of(item, agreed));
        if (price.isEmpty()) {
            findings.breach(
                    ORDER_LINE_CHANGED,
                    path,
                    reference + " has no price for item " + item
                            + " any more: send the purchase order again with the line as it was, or the item with its"
                            + " units");
        }
        return price;
    }

    /** @return the supplier to whom the goods of the order line belong until they are used; empty when they are ours */
    Optional<PartyId> consignor(OrderLineReference reference, ItemNumber item) {
        return orders.find(reference.order().number())
                .filter(order -> order.line(reference.line())
                        .filter(line -> line.consignment() && line.item().equals(item))
                        .isPresent())
                .map(PurchaseOrder::supplier);
    }

    /** @return empty when the ERP system told no price that can be used */
    Optional<LinePrice> sold(SalesOrder order, int line, ItemNumber item) {
        return order.line(line)
                .filter(ordered -> ordered.item().equals(item))
                .flatMap(SalesOrder.Line::price)
                .flatMap(agreed -> of(item, agreed));
    }

    private Optional<LinePrice> of(ItemNumber number, UnitPrice price) {
        try {
            return items.find(number).map(item -> LinePrice.of(item, price));
        } catch (UnitMismatchException unitIsGone) {
            return Optional.empty();
        }
    }
}
