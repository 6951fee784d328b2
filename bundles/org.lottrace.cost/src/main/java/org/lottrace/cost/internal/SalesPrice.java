package org.lottrace.cost.internal;

import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;

/** What goods were sold for, at the price their sales order line has now. */
final class SalesPrice {
    private final SalesOrderStore orders;
    private final ItemStore items;
    private final CurrencyUnit currency;

    SalesPrice(SalesOrderStore orders, ItemStore items, CurrencyUnit currency) {
        this.orders = orders;
        this.items = items;
        this.currency = currency;
    }

    CurrencyUnit currency() {
        return currency;
    }

    /** @return empty when the line has no price that can be used: none, in another currency, or per a unit that is gone */
    Optional<Money> of(OrderLineReference orderLine, LotKey lot, Quantity quantity) {
        Optional<Item> item = items.find(lot.item());
        return orders.find(orderLine.order().number())
                .flatMap(order -> order.line(orderLine.line()))
                .filter(line -> line.item().equals(lot.item()))
                .flatMap(SalesOrder.Line::price)
                .filter(price -> price.currency().equals(currency.getCode()))
                .flatMap(price -> item.flatMap(known -> {
                    try {
                        return Optional.of(AtPrice.value(quantity, price, known, currency));
                    } catch (UnitMismatchException unitIsGone) {
                        return Optional.empty();
                    }
                }));
    }
}
