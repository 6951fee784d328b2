package org.lottrace.cost.internal;

import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.quantity.UnitPrice;

/** What a received line costs at the price of its purchase order, rounded once, half up, to the minor unit. */
final class OrderPrice implements Function<EventLine, Money> {
    private final PurchaseOrderStore orders;
    private final ItemStore items;
    private final CurrencyUnit currency;

    OrderPrice(PurchaseOrderStore orders, ItemStore items, CurrencyUnit currency) {
        this.orders = orders;
        this.items = items;
        this.currency = currency;
    }

    @Override
    public Money apply(EventLine line) {
        OrderLineReference reference = line.orderLine()
                .orElseThrow(() -> new UnbookableEventException(
                        "lot " + line.lot() + " was received for no line of a purchase order, so it has no price"));
        UnitPrice price = priceOf(reference);
        if (!price.currency().equals(currency.getCode())) {
            throw new UnbookableEventException("the price of " + reference + " is in " + price.currency()
                    + ", but the books are kept in " + currency + "; send the order again with a price in " + currency);
        }
        return value(line, reference, price);
    }

    private UnitPrice priceOf(OrderLineReference reference) {
        String number = reference.order().number();
        return orders.find(number)
                .flatMap(order -> order.line(reference.line()))
                .map(PurchaseOrder.Line::price)
                .orElseThrow(() -> new UnbookableEventException(
                        "there is no " + reference + "; send that purchase order again with this line"));
    }

    private Money value(EventLine line, OrderLineReference reference, UnitPrice price) {
        Item item = items.find(line.lot().item())
                .orElseThrow(
                        () -> new UnbookableEventException("item " + line.lot().item() + " is unknown; send it again"));
        try {
            return AtPrice.value(line.quantity(), price, item, currency);
        } catch (UnitMismatchException e) {
            throw new UnbookableEventException("the price of " + reference + " is per " + price.per() + ", but item "
                    + item.number() + " has no such unit; send the item again with it");
        }
    }
}
