package org.lottrace.api.order;

import java.util.Optional;
import org.lottrace.api.event.EventTimes;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Refusals;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** How far orders and shipments are, from what was reserved, moved, shipped and confirmed. */
@Refusals(
        value = {"SITE_UNKNOWN", "EVENT_ID_REUSED"},
        of = {Ledger.class, EventTimes.class})
@ProviderType
public interface OrderProgress {
    /** No shipment of that number has left, or it was reversed. */
    String SHIPMENT_UNKNOWN = "SHIPMENT_UNKNOWN";

    /** Its delivery is confirmed already. */
    String DELIVERED_ALREADY = "DELIVERED_ALREADY";

    /** It would have come before it left. */
    String DELIVERED_TOO_EARLY = "DELIVERED_TOO_EARLY";

    /**
     * Of the past it cannot be told: what is reserved, and what the order itself says, is kept as it is now only. What has left for it
     * and come by then is in {@link #shipment(String, AsOf)}.
     *
     * @return how far the order is; empty when its number is unknown
     */
    @Operation(name = "sales-order.status")
    Optional<OrderStatus> order(String number);

    /** @return how far the shipment is now; empty when none of that number has left, or it was reversed */
    default Optional<ShipmentStatus> shipment(String number) {
        return shipment(number, AsOf.LATEST);
    }

    /**
     * @param asOf which events count: what was reversed since stands in an answer of before
     * @return how far the shipment was; empty when none of that number had left, or it was reversed
     */
    @Operation(name = "shipment.status")
    Optional<ShipmentStatus> shipment(String number, AsOf asOf);

    /** Records that a shipment has come: an event of type {@code DELIVER}. One transaction, idempotent by the event id. */
    @Operation(
            name = "shipment.confirm-delivery",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.ONCE_PER_ID,
            refusals = {SHIPMENT_UNKNOWN, DELIVERED_ALREADY, DELIVERED_TOO_EARLY, "TEXT_TOO_LONG"})
    Outcome<RecordedEvent> confirmDelivery(DeliveryConfirmation confirmation);
}
