package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.movement.store.PurchaseOrderStore;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.quantity.UnitPrice;

/**
 * What a received line costs at the price that was agreed, rounded once, half up, to the minor unit. The price is in the
 * record; only events of form 1, which have none, are booked at the price that the purchase order has now. A price in a
 * foreign currency is booked at the rate in the record. A receipt that says itself that nobody knew a price or a rate is booked at nothing; one that says
 * neither was recorded while nobody knew the currency of the books, and gets the rate that was in force.
 */
final class OrderPrice implements BiFunction<TraceEvent, EventLine, Money> {
    /** As whoever captures a receipt finds it. */
    private static final KeyDatum PRICE_MISSING = KeyDataElement.FINDING.is(new KeyDataValue.Code("PRICE_MISSING"));

    private static final KeyDatum RATE_MISSING = KeyDataElement.FINDING.is(new KeyDataValue.Code("RATE_MISSING"));

    private final PurchaseOrderStore orders;
    private final ItemStore items;
    private final PublishedRates rates;
    private final CurrencyUnit currency;

    OrderPrice(PurchaseOrderStore orders, ItemStore items, PublishedRates rates, CurrencyUnit currency) {
        this.rates = rates;
        this.orders = orders;
        this.items = items;
        this.currency = currency;
    }

    @Override
    public Money apply(TraceEvent event, EventLine line) {
        if (line.price().isEmpty() && says(event, PRICE_MISSING)) {
            return Money.zero(currency);
        }
        LinePrice price = line.price().orElseGet(() -> ofOrder(event, line));
        String foreign = price.price().currency();
        String reference = line.orderLine().map(OrderLineReference::toString).orElse("event " + event.id());
        if (!price.item().equals(line.lot().item())) {
            throw new UnbookableEventException("the price of " + reference + " is that of item " + price.item()
                    + ", but lot " + line.lot() + " was received for it");
        }
        if (!AtPrice.isIn(currency, price)) {
            if (saysThatRateIsMissing(event)) {
                return Money.zero(currency);
            }
            LocalDate day = event.context().accountingDate();
            price = price.at(Optional.of(rates.inForce(foreign, day, event.id())
                    .map(rate -> new LinePrice.ExchangeRate(currency.getCode(), rate.factor()))
                    .orElseThrow(() -> new UnbookableEventException("the price of " + reference + " is in " + foreign
                            + ", but the books are kept in " + currency
                            + ", and its record has no exchange rate; record a rate of "
                            + foreign + " for " + day + " or one of the " + PublishedRates.STANDS_FOR_DAYS
                            + " days before"
                            + (line.price().isPresent()
                                    ? ""
                                    : ", or send the order again with a price in " + currency)))));
        }
        return AtPrice.value(line.quantity(), price, currency);
    }

    /** @return true when it was booked at nothing for want of a rate */
    static boolean saysThatRateIsMissing(TraceEvent event) {
        return says(event, RATE_MISSING);
    }

    private static boolean says(TraceEvent event, KeyDatum finding) {
        return event.keyData().stream().anyMatch(finding::equals);
    }

    private LinePrice ofOrder(TraceEvent event, EventLine line) {
        return line.orderLine()
                .map(reference -> ofOrder(event, line, reference))
                .orElseThrow(() -> new UnbookableEventException(
                        "lot " + line.lot() + " was received for no line of a purchase order, so it has no price"));
    }

    private LinePrice ofOrder(TraceEvent event, EventLine line, OrderLineReference reference) {
        if (event.context().company().isPresent()) { // form 2
            throw new UnbookableEventException("the record has no price for lot " + line.lot() + " of " + reference);
        }
        UnitPrice price = orders.find(reference.order().number())
                .flatMap(order -> order.line(reference.line()))
                .map(PurchaseOrder.Line::price)
                .orElseThrow(() -> new UnbookableEventException(
                        "there is no " + reference + "; send that purchase order again with this line"));
        Item item = items.find(line.lot().item())
                .orElseThrow(
                        () -> new UnbookableEventException("item " + line.lot().item() + " is unknown; send it again"));
        try {
            return LinePrice.of(item, price);
        } catch (UnitMismatchException e) {
            throw new UnbookableEventException("the price of " + reference + " is per " + price.per() + ", but item "
                    + item.number() + " has no such unit; send the item again with it");
        }
    }
}
