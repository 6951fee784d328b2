package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods with one unit cost, and the one rule of rounding: what is left is worth the unit cost times the quantity left, rounded
 * half up to the minor unit, and an issue takes what was there before without that. So the issues of a quantity add up to its
 * value, and no number of them is ever more than half a minor unit off: 300 single issues of 1,000 pieces at 0.004 take 1.20.
 * (A share of what is left, each time, drifts: it takes 0.50.) Source: IAS 2.23; the unit cost is exact as a ratio, not as a number.
 *
 * @param left what is there
 * @param basis quantity and value at the last change of the unit cost; no quantity when none is known
 */
record Layer(CostedQuantity left, CostedQuantity basis) {
    static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

    /** @return goods whose unit cost is what they are worth now */
    static Layer of(CostedQuantity goods) {
        return new Layer(goods, goods);
    }

    /** @return true when it is known what a unit costs */
    boolean hasUnitCost() {
        return basis.quantity().isPositive();
    }

    /** @return what the quantity is worth at the unit cost, which is known */
    Money worth(Quantity quantity) {
        return share(basis, quantity);
    }

    /**
     * @return {@code quantity} and its part of the value
     * @throws UnbookableEventException if there is not that much
     */
    CostedQuantity issue(Quantity quantity) {
        if (quantity.compareTo(left.quantity()) > 0) {
            throw new UnbookableEventException(quantity + " leave where the books have only " + left.quantity()
                    + "; the ledger and the books" + " differ, so compare the events of the lot with its journal");
        }
        if (quantity.equals(left.quantity())) {
            return left;
        }
        Money after = worth(left.quantity().minus(quantity));
        return new CostedQuantity(quantity, left.value().minus(after));
    }

    /** @return {@code quantity} that is there besides, and what that adds at the unit cost, which is known */
    CostedQuantity found(Quantity quantity) {
        Money after = worth(left.quantity().plus(quantity));
        return new CostedQuantity(quantity, after.minus(left.value()));
    }

    /** @return what is there after goods came in at a cost of their own: all of it has one new unit cost */
    Layer receiving(CostedQuantity goods) {
        return of(left.plus(goods));
    }

    /** @return what is there after that came back or, when it is negative, left: the unit cost stays where it still fits */
    Layer plus(CostedQuantity change) {
        CostedQuantity after = left.plus(change);
        boolean fits = hasUnitCost() && worth(after.quantity()).equals(after.value());
        return fits ? new Layer(after, basis) : of(after);
    }

    /** @return what {@code quantity} is worth at the unit cost of {@code known}, which is more than nothing */
    static Money share(CostedQuantity known, Quantity quantity) {
        BigDecimal value = known.value().getAmount();
        return Money.of(
                known.value().getCurrencyUnit(),
                value.multiply(quantity.amount()).divide(known.quantity().amount(), value.scale(), ROUNDING));
    }
}
