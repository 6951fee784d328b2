package org.lottrace.api.allocation;

import java.util.Objects;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * A quantity of a lot at a position that is kept for an order line.
 *
 * @param orderLine for which line
 * @param lot which lot
 * @param position where
 * @param quantity in the base unit, greater than zero
 */
public record Reservation(OrderLineReference orderLine, LotKey lot, Position position, Quantity quantity) {
    public Reservation {
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(position);
        Objects.requireNonNull(quantity);
    }
}
