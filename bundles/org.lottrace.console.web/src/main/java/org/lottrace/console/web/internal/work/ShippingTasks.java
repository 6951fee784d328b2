package org.lottrace.console.web.internal.work;

import static org.lottrace.console.web.internal.work.Field.optional;
import static org.lottrace.console.web.internal.work.Field.required;

import java.util.List;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.order.DeliveryConfirmation;
import org.lottrace.api.order.OrderProgress;
import org.lottrace.console.web.internal.work.Field.Kind;

/** What leaves for a customer. */
final class ShippingTasks {
    static final Task SHIP = new Task(
            "ship",
            "movement.ship",
            Carriage.behind(
                    required("shipment", Kind.TEXT), optional("order", Kind.TEXT), optional("customer", Kind.TEXT)),
            Column.SHIPPED,
            true,
            ShippingTasks::ship);

    static final Task CONFIRM_DELIVERY = new Task(
            "confirm-delivery",
            "shipment.confirm-delivery",
            List.of(required("shipment", Kind.TEXT), optional("receivedBy", Kind.TEXT)),
            List.of(),
            true,
            ShippingTasks::confirmDelivery);

    private ShippingTasks() {}

    private static Task.Call ship(Entry entry) {
        Shipment shipment = new Shipment(
                entry.context(),
                entry.text("shipment"),
                entry.textIfGiven("order"),
                entry.given("customer", PartyId.class),
                entry.rows().shipped(),
                Carriage.of(entry));
        return visit -> visit.as(MovementCapture.class).ship(shipment);
    }

    private static Task.Call confirmDelivery(Entry entry) {
        DeliveryConfirmation confirmation =
                new DeliveryConfirmation(entry.context(), entry.text("shipment"), entry.textIfGiven("receivedBy"));
        return visit -> visit.as(OrderProgress.class).confirmDelivery(confirmation);
    }
}
