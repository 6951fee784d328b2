package org.lottrace.api.event;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.quantity.ExactDecimal;
import org.lottrace.api.quantity.UnitMismatchException;
import org.lottrace.api.quantity.UnitPrice;

/**
 * What was agreed for the goods of a line when they moved. It is in the record, so that the books come out the same whatever
 * becomes of the order, the item and the rates.
 *
 * @param item the item of the order line
 * @param price the price of the order line
 * @param baseUnits how many base units of the item one unit of the price is, as of the event: the unit factor, more than
 *     zero, at most 10 decimals
 * @param rate into the functional currency; absent when the price is in it, or no rate was known
 */
public record LinePrice(ItemNumber item, UnitPrice price, BigDecimal baseUnits, Optional<ExchangeRate> rate) {
    /** @throws IllegalArgumentException if the unit factor is not more than zero */
    public LinePrice {
        Objects.requireNonNull(item);
        Objects.requireNonNull(price);
        Objects.requireNonNull(rate);
        baseUnits = ExactDecimal.of(baseUnits, UnitPrice.MAXIMUM_SCALE);
        if (baseUnits.signum() <= 0) {
            throw new IllegalArgumentException("one " + price.per() + " of item " + item + " is not " + baseUnits);
        }
    }

    /**
     * @param price of the order line
     * @return that price for goods of the item, with the unit factor that the item has now
     * @throws UnitMismatchException if the item has no factor for the unit of the price
     */
    public static LinePrice of(Item item, UnitPrice price) {
        return new LinePrice(item.number(), price, item.baseUnitsIn(price.per()), Optional.empty());
    }

    /** @return the same price, at that rate */
    public LinePrice at(Optional<ExchangeRate> other) {
        return new LinePrice(item, price, baseUnits, other);
    }

    /**
     * @param currency ISO 4217 code of the functional currency
     * @param factor units of it for one unit of the price's currency, more than zero, at most 10 decimals
     */
    public record ExchangeRate(String currency, BigDecimal factor) {
        /** @throws IllegalArgumentException if the factor is not more than zero */
        public ExchangeRate {
            Objects.requireNonNull(currency);
            factor = ExactDecimal.of(factor, UnitPrice.MAXIMUM_SCALE);
            if (factor.signum() <= 0) {
                throw new IllegalArgumentException("a rate is more than zero, not " + factor);
            }
        }
    }
}
