package org.lottrace.api.order;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.quantity.Quantity;

/**
 * How far a sales order is.
 *
 * @param number of the order
 * @param stage of the order: that of the line that is least far
 * @param lines each line
 * @param shipments what has left for it, in that order
 */
public record OrderStatus(String number, OrderStage stage, List<Line> lines, List<ShipmentStatus> shipments) {
    public OrderStatus {
        Objects.requireNonNull(number);
        Objects.requireNonNull(stage);
        lines = List.copyOf(lines);
        shipments = List.copyOf(shipments);
    }

    /**
     * How far a line is. All quantities are in the base unit of the item.
     *
     * @param line its number
     * @param item what
     * @param stage how far it is
     * @param ordered what the customer wants
     * @param reserved what is reserved, wherever it is
     * @param picked what of that is at a location from which goods leave: one where nothing is allocated
     * @param packed what of that is in a logistic unit
     * @param shipped what has left
     * @param delivered what the customer has, as was confirmed
     */
    public record Line(
            int line,
            ItemNumber item,
            OrderStage stage,
            Quantity ordered,
            Quantity reserved,
            Quantity picked,
            Quantity packed,
            Quantity shipped,
            Quantity delivered) {
        public Line {
            Objects.requireNonNull(item);
            Objects.requireNonNull(stage);
            Objects.requireNonNull(ordered);
            Objects.requireNonNull(reserved);
            Objects.requireNonNull(picked);
            Objects.requireNonNull(packed);
            Objects.requireNonNull(shipped);
            Objects.requireNonNull(delivered);
        }
    }
}
