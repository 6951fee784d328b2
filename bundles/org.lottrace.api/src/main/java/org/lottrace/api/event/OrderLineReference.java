package org.lottrace.api.event;

import java.util.Objects;

/**
 * One line of an order.
 *
 * @param order the order
 * @param line its line number, 1 or more
 */
public record OrderLineReference(DocumentReference order, int line) {
    /** @throws IllegalArgumentException if {@code line} is less than 1 */
    public OrderLineReference {
        Objects.requireNonNull(order);
        if (line < 1) {
            throw new IllegalArgumentException("order line must be 1 or more, not " + line);
        }
    }

    @Override
    public String toString() {
        return order + " line " + line;
    }
}
