package org.lottrace.api.cost;

import java.util.Objects;
import org.joda.money.Money;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What the company owns of a lot and what that is worth: on stock, and consumed by production orders but not yet part of
 * an output. The first is the lot's part of {@link Account#INVENTORY}, the second its part of
 * {@link Account#WORK_IN_PROCESS}, to the minor unit at any time.
 *
 * @param lot which lot
 * @param onStock in storage locations
 * @param inProcess in the work in process of all production orders together
 */
public record LotCost(LotKey lot, CostedQuantity onStock, CostedQuantity inProcess) {
    public LotCost {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(onStock);
        Objects.requireNonNull(inProcess);
    }

    /** @return all that is left of the lot, in the base unit, wherever it is */
    public Quantity quantity() {
        return onStock.quantity().plus(inProcess.quantity());
    }

    /** @return the value of {@link #quantity()} */
    public Money value() {
        return onStock.value().plus(inProcess.value());
    }
}
