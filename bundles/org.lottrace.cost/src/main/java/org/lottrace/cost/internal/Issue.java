package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.quantity.Quantity;

/**
 * The share of a value that leaves with a part of its quantity: {@code V·q/Q}, rounded half up to the minor unit. The
 * last issue takes what is left, so the issues of a quantity always add up to its value (IAS 2.23).
 */
final class Issue {
    static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

    private Issue() {}

    /**
     * @return {@code quantity} and its share of the value
     * @throws UnbookableEventException if there is not that much
     */
    static CostedQuantity of(CostedQuantity available, Quantity quantity) {
        if (quantity.compareTo(available.quantity()) > 0) {
            throw new UnbookableEventException(quantity + " leave where the books have only " + available.quantity()
                    + "; the ledger and the books" + " differ, so compare the events of the lot with its journal");
        }
        if (quantity.equals(available.quantity())) {
            return available;
        }
        return new CostedQuantity(quantity, share(available, quantity));
    }

    /** @return what {@code quantity} is worth at the unit cost of {@code known}, which is more than nothing */
    static Money share(CostedQuantity known, Quantity quantity) {
        BigDecimal value = known.value().getAmount();
        return Money.of(
                known.value().getCurrencyUnit(),
                value.multiply(quantity.amount()).divide(known.quantity().amount(), value.scale(), ROUNDING));
    }
}
