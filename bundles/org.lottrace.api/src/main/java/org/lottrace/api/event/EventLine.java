package org.lottrace.api.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * A quantity of one lot that moved.
 *
 * @param lot which lot
 * @param from where it was
 * @param to where it is now
 * @param quantity greater than zero, in the base unit of the item
 * @param entered the quantity as it was entered or scanned, in its own unit
 * @param orderLine the line of the purchase or sales order it belongs to
 * @param price what was agreed for it; absent when it belongs to no order line or that has no price, and in form 1
 * @param keyData what else there is to say about this line
 */
public record EventLine(
        LotKey lot,
        Position from,
        Position to,
        Quantity quantity,
        Quantity entered,
        Optional<OrderLineReference> orderLine,
        Optional<LinePrice> price,
        List<KeyDatum> keyData) {
    /** @throws IllegalArgumentException if the quantity is not greater than zero or nothing moves */
    public EventLine {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(entered);
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(price);
        keyData = List.copyOf(keyData);
        if (!quantity.isPositive()) {
            throw new IllegalArgumentException("a line moves more than nothing, not " + quantity);
        }
        if (from.equals(to)) {
            throw new IllegalArgumentException("a line moves from one position to another, not within " + from);
        }
    }

    /** A line without a price that says nothing else. */
    public EventLine(
            LotKey lot,
            Position from,
            Position to,
            Quantity quantity,
            Quantity entered,
            Optional<OrderLineReference> orderLine) {
        this(lot, from, to, quantity, entered, orderLine, Optional.empty(), List.of());
    }

    /** @return the same at that price */
    public EventLine at(LinePrice agreed) {
        return new EventLine(lot, from, to, quantity, entered, orderLine, Optional.of(agreed), keyData);
    }
}
