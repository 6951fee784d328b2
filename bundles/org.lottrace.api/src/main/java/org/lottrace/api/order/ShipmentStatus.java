package org.lottrace.api.order;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.PartyId;

/**
 * How far a shipment is.
 *
 * @param number of the shipment
 * @param event as which it was recorded
 * @param salesOrder what it delivers
 * @param customer to whom it goes
 * @param left when it left
 * @param delivered when the customer got it; absent until that is confirmed
 * @param receivedBy who took it in; empty until that is confirmed, and when nobody said
 */
public record ShipmentStatus(
        String number,
        EventId event,
        String salesOrder,
        PartyId customer,
        Instant left,
        Optional<Instant> delivered,
        String receivedBy) {
    public ShipmentStatus {
        Objects.requireNonNull(number);
        Objects.requireNonNull(event);
        Objects.requireNonNull(salesOrder);
        Objects.requireNonNull(customer);
        Objects.requireNonNull(left);
        Objects.requireNonNull(delivered);
        Objects.requireNonNull(receivedBy);
    }
}
