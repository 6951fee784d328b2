package org.lottrace.api.cost;

import java.util.Objects;
import org.joda.money.Money;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Cost of goods sold of one lot on one order line.
 *
 * @param orderLine line of the sales order
 * @param lot which lot
 * @param quantity shipped, in the base unit
 * @param amount its cost
 */
public record CogsLine(OrderLineReference orderLine, LotKey lot, Quantity quantity, Money amount) {
    public CogsLine {
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(amount);
    }
}
