package org.lottrace.cost.internal;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.event.LinePrice;
import org.lottrace.api.quantity.Quantity;

/** What a quantity is worth at the price of an order, rounded once, half up, to the minor unit. */
final class AtPrice {
    private AtPrice() {}

    /**
     * @param quantity in the base unit of the item
     * @param price in {@code currency}, or with a rate into it
     */
    static Money value(Quantity quantity, LinePrice price, CurrencyUnit currency) {
        return Money.of(
                currency,
                price.price()
                        .amount()
                        .multiply(quantity.amount())
                        .multiply(factor(price, currency))
                        .divide(price.baseUnits(), currency.getDecimalPlaces(), Layer.ROUNDING));
    }

    /** @return true when the price is in that currency or has a rate into it */
    static boolean isIn(CurrencyUnit currency, LinePrice price) {
        return price.price().currency().equals(currency.getCode())
                || price.rate()
                        .filter(rate -> rate.currency().equals(currency.getCode()))
                        .isPresent();
    }

    private static BigDecimal factor(LinePrice price, CurrencyUnit currency) {
        return price.price().currency().equals(currency.getCode())
                ? BigDecimal.ONE
                : price.rate().map(LinePrice.ExchangeRate::factor).orElseThrow();
    }
}
