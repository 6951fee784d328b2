package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.order.DeliveryConfirmation;
import org.lottrace.api.order.OrderProgress;
import org.lottrace.api.order.OrderStatus;
import org.lottrace.api.order.ShipmentStatus;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;

/** How far orders and shipments are. */
@Path("v1")
@Consumes("application/json")
@Produces("application/json")
public final class OrderProgressResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public OrderProgressResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("sales-order/status")
    @Performs("sales-order.status")
    public Optional<OrderStatus> order(@Required @QueryParam("number") String number) {
        return progress().order(number);
    }

    @GET
    @Path("shipment/status")
    @Performs("shipment.status")
    public Optional<ShipmentStatus> shipment(
            @Required @QueryParam("number") String number,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position) {
        return progress().shipment(number, Past.asOf(position, knownAt, at));
    }

    @POST
    @Path("movements/delivery-confirmations")
    @Performs("shipment.confirm-delivery")
    public Outcome<RecordedEvent> confirmDelivery(DeliveryConfirmation deliveryConfirmation) {
        return progress().confirmDelivery(deliveryConfirmation);
    }

    private OrderProgress progress() {
        return operations.as(Callers.of(user), OrderProgress.class);
    }
}
