package org.lottrace.api.cost;

import java.util.Objects;
import org.joda.money.Money;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What a lot was sold for in some days, and what that cost. Amounts in the functional currency.
 *
 * @param lot which lot
 * @param sold what left less what came back
 * @param unpriced of it, what was shipped without a price in the functional currency; nothing is counted for it
 * @param revenue price in the record of each shipment × quantity; what came back, at the price it left at
 * @param cost what the account of the cost of goods sold has of it
 */
public record LotMargin(LotKey lot, Quantity sold, Quantity unpriced, Money revenue, Money cost) {
    public LotMargin {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(sold);
        Objects.requireNonNull(unpriced);
        Objects.requireNonNull(revenue);
        Objects.requireNonNull(cost);
    }

    /** @return revenue less cost; of a lot that was sold without a price, too little */
    public Money margin() {
        return revenue.minus(cost);
    }

    /** @return true when it was sold for less than it cost, and every price is known */
    public boolean isLoss() {
        return unpriced.isZero() && margin().isNegative();
    }
}
