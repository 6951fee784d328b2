package org.lottrace.api.cost;

import java.util.Objects;
import org.joda.money.Money;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What is left of a lot and what that is worth. The unit cost is derived, never stored.
 *
 * @param lot which lot
 * @param quantity on stock, in the base unit, wherever it is
 * @param value of that quantity
 */
public record LotCost(LotKey lot, Quantity quantity, Money value) {
    public LotCost {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(value);
    }
}
