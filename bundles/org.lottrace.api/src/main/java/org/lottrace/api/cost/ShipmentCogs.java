package org.lottrace.api.cost;

import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.lottrace.api.event.DocumentReference;

/**
 * Cost of goods sold of a shipment, by lot.
 *
 * @param shipment the shipment
 * @param lines by order line and lot
 * @param total their sum
 */
public record ShipmentCogs(DocumentReference shipment, List<CogsLine> lines, Money total) {
    public ShipmentCogs {
        Objects.requireNonNull(shipment);
        Objects.requireNonNull(total);
        lines = List.copyOf(lines);
    }
}
