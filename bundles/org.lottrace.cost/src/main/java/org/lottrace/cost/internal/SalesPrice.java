package org.lottrace.cost.internal;

import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;

/**
 * What goods were sold for. The price is in the record of their shipment; only for shipments of form 1, which have none, it
 * is the one that the sales order line has now.
 */
final class SalesPrice {
    private final LedgerStore events;
    private final SalesOrderStore orders;
    private final ItemStore items;
    private final Supplier<CurrencyUnit> currency;

    /** In one currency, whatever books are asked. */
    SalesPrice(LedgerStore events, SalesOrderStore orders, ItemStore items, CurrencyUnit currency) {
        this(events, orders, items, () -> currency);
    }

    /** @param currency of the books that are asked */
    SalesPrice(LedgerStore events, SalesOrderStore orders, ItemStore items, Supplier<CurrencyUnit> currency) {
        this.events = events;
        this.orders = orders;
        this.items = items;
        this.currency = currency;
    }

    CurrencyUnit currency() {
        return currency.get();
    }

    /** @return empty when there is no price that can be used: none, in another currency, or per a unit that is gone */
    Optional<Money> of(DocumentReference shipment, OrderLineReference orderLine, LotKey lot, Quantity quantity) {
        return events.byDocument(shipment).stream()
                .map(RecordedEvent::event)
                .filter(event -> event.type() == EventType.SHIP)
                .flatMap(event -> event.lines().stream()
                        .filter(line ->
                                line.lot().equals(lot) && line.orderLine().equals(Optional.of(orderLine)))
                        .flatMap(line -> price(event, line, orderLine).stream()))
                .filter(price -> price.price().currency().equals(currency.get().getCode()))
                .findFirst()
                .map(price -> AtPrice.value(quantity, price, currency.get()));
    }

    /** @return the price of a line of a shipment; empty when there is none that can be used */
    Optional<LinePrice> of(TraceEvent shipped, EventLine line) {
        return line.orderLine()
                .flatMap(orderLine -> price(shipped, line, orderLine))
                .filter(price -> price.price().currency().equals(currency.get().getCode()));
    }

    private Optional<LinePrice> price(TraceEvent event, EventLine line, OrderLineReference orderLine) {
        return event.context().company().isPresent() ? line.price() : ofOrder(orderLine, line.lot()); // form 2, form 1
    }

    private Optional<LinePrice> ofOrder(OrderLineReference orderLine, LotKey lot) {
        return orders.find(orderLine.order().number())
                .flatMap(order -> order.line(orderLine.line()))
                .filter(line -> line.item().equals(lot.item()))
                .flatMap(SalesOrder.Line::price)
                .flatMap(price -> items.find(lot.item()).flatMap(item -> {
                    try {
                        return Optional.of(LinePrice.of(item, price));
                    } catch (UnitMismatchException unitIsGone) {
                        return Optional.empty();
                    }
                }));
    }
}
