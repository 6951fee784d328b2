package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.Sscc;

/**
 * Logistic units that left for a customer with all that is in them.
 *
 * @param context who, when and where
 * @param number number of the shipment
 * @param salesOrder the order it delivers
 * @param units which
 */
public record UnitShipment(CaptureContext context, String number, String salesOrder, List<Sscc> units) {
    public UnitShipment {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        Objects.requireNonNull(salesOrder);
        units = List.copyOf(units);
    }
}
