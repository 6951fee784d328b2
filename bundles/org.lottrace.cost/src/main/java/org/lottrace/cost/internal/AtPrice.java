package org.lottrace.cost.internal;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.quantity.Quantity;

/** What a quantity is worth at the price of an order, rounded once, half up, to the minor unit. */
final class AtPrice {
    private AtPrice() {}

    /**
     * @param quantity in the base unit of the item
     * @param price in {@code currency}
     */
    static Money value(Quantity quantity, LinePrice price, CurrencyUnit currency) {
        return Money.of(
                currency,
                price.price()
                        .amount()
                        .multiply(quantity.amount())
                        .divide(price.baseUnits(), currency.getDecimalPlaces(), Layer.ROUNDING));
    }
}
