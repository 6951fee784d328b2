package org.lottrace.api.allocation;

import java.util.Objects;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * The wish for a lot that the rules would not have chosen.
 *
 * @param orderLine for which line
 * @param lot which lot
 * @param position where it is
 * @param quantity in the base unit, more than nothing and no more than the line still has to get
 * @param reason why, 1 to 2000 characters
 */
public record OtherLot(OrderLineReference orderLine, LotKey lot, Position position, Quantity quantity, String reason) {
    public OtherLot {
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(position);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(reason);
    }
}
