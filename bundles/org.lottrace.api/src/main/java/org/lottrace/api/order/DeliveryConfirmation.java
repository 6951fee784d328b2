package org.lottrace.api.order;

import java.util.Objects;
import org.lottrace.api.event.CaptureContext;

/**
 * That a shipment has come to its customer, whole.
 *
 * @param context who says so, when it came, and the site from which it left
 * @param shipment its number
 * @param receivedBy who took it in, at most 200 characters; empty when nobody said
 */
public record DeliveryConfirmation(CaptureContext context, String shipment, String receivedBy) {
    public DeliveryConfirmation {
        Objects.requireNonNull(context);
        Objects.requireNonNull(shipment);
        Objects.requireNonNull(receivedBy);
    }
}
