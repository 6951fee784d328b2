package org.lottrace.api.movement;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.Sscc;

/**
 * Logistic units that left for a customer with all that is in them.
 *
 * @param context who, when and where
 * @param number number of the shipment
 * @param salesOrder the order it delivers
 * @param units which
 * @param keyData what else there is to say of the shipment as a whole, as in {@link Shipment}
 */
public record UnitShipment(
        CaptureContext context, String number, String salesOrder, List<Sscc> units, List<KeyDatum> keyData) {
    public UnitShipment {
        Objects.requireNonNull(context);
        Objects.requireNonNull(number);
        Objects.requireNonNull(salesOrder);
        units = List.copyOf(units);
        keyData = List.copyOf(keyData);
    }

    /** A shipment of which there is no more to say. */
    public UnitShipment(CaptureContext context, String number, String salesOrder, List<Sscc> units) {
        this(context, number, salesOrder, units, List.of());
    }
}
