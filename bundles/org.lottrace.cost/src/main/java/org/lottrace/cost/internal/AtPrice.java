package org.lottrace.cost.internal;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.lot.Item;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.quantity.UnitPrice;

/** What a quantity is worth at the price of an order, rounded once, half up, to the minor unit. */
final class AtPrice {
    private AtPrice() {}

    /**
     * @param quantity in the base unit of the item
     * @param price in {@code currency}
     * @throws UnitMismatchException if the item has no factor for the unit of the price
     */
    static Money value(Quantity quantity, UnitPrice price, Item item, CurrencyUnit currency) {
        return Money.of(
                currency,
                price.amount()
                        .multiply(quantity.amount())
                        .divide(item.baseUnitsIn(price.per()), currency.getDecimalPlaces(), Issue.ROUNDING));
    }
}
