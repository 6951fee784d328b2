package org.lottrace.api.event;

import java.util.Objects;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What there is of a lot at one position.
 *
 * @param lot which lot
 * @param position where
 * @param quantity in the base unit of the item, zero or more
 */
public record StockBalance(LotKey lot, Position position, Quantity quantity) {
    public StockBalance {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(position);
        Objects.requireNonNull(quantity);
    }
}
