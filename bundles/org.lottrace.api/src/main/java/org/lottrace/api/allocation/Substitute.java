package org.lottrace.api.allocation;

import java.util.Objects;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.Quantity;

/**
 * An item that may be delivered in the place of the one that was ordered, in whole steps: so much of it for so much of the other.
 *
 * @param item what is delivered then
 * @param ordered how much of the ordered item a step replaces, in its base unit, more than nothing
 * @param instead how much of this item a step takes, in its base unit, more than nothing
 */
public record Substitute(ItemNumber item, Quantity ordered, Quantity instead) {
    public Substitute {
        Objects.requireNonNull(item);
        Objects.requireNonNull(ordered);
        Objects.requireNonNull(instead);
    }
}
