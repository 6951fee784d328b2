package org.lottrace.api.cost.store;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * A line of the journal on CONSIGNED_GOODS.
 *
 * @param event what was booked
 * @param type of the event
 * @param lot whose goods
 * @param orderLine the line of the purchase order for which they came
 * @param quantity in the base unit, negative for what lies here no longer
 */
public record ConsignedLine(
        EventId event, EventType type, LotKey lot, Optional<OrderLineReference> orderLine, Quantity quantity) {
    public ConsignedLine {
        Objects.requireNonNull(event);
        Objects.requireNonNull(type);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(quantity);
    }
}
