package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.quantity.UnitPrice;

/**
 * How the goods of an item are valued.
 *
 * @param standard what a unit costs, for the method STANDARD
 */
record ItemValuation(CostMethod method, Optional<Standard> standard) {
    static final ItemValuation LOT_ACTUAL = new ItemValuation(CostMethod.LOT_ACTUAL, Optional.empty());

    /** @return true when what a lot is worth depends on the other lots of its item, too */
    boolean isOfAllLots() {
        return isOfAllLots(method);
    }

    static boolean isOfAllLots(CostMethod method) {
        return method == CostMethod.WEIGHTED_AVERAGE || method == CostMethod.FIFO;
    }

    /**
     * A standard cost.
     *
     * @param price for one of a unit
     * @param baseUnits how many base units that is
     */
    record Standard(UnitPrice price, BigDecimal baseUnits) {
        /** @return so many base units that their value is exact in the minor unit, and that value */
        CostedQuantity basis(UnitOfMeasure baseUnit, CurrencyUnit currency) {
            int missing = Math.max(0, price.amount().scale() - currency.getDecimalPlaces());
            return new CostedQuantity(
                    new Quantity(baseUnits.scaleByPowerOfTen(missing), baseUnit),
                    Money.of(currency, price.amount().scaleByPowerOfTen(missing)));
        }
    }
}
