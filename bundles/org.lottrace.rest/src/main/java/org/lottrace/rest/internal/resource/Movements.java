package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.Arrival;
import org.lottrace.api.movement.Consumption;
import org.lottrace.api.movement.CustomerReturn;
import org.lottrace.api.movement.Dispatch;
import org.lottrace.api.movement.Disposal;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.OpeningStock;
import org.lottrace.api.movement.Production;
import org.lottrace.api.movement.Receipt;
import org.lottrace.api.movement.Sampling;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.movement.SupplierReturn;
import org.lottrace.api.movement.Transfer;
import org.lottrace.api.movement.Transformation;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;

/** What happens to goods. The id of the event makes it safe to send a request again: 201 when it is recorded now, 200 when it was before. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Movements {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Movements(Operations operations) {
        this.operations = operations;
    }

    @POST
    @Path("movements/receipts")
    @Performs("movement.receive")
    public Outcome<RecordedEvent> receive(Receipt receipt) {
        return movements().receive(receipt);
    }

    @POST
    @Path("movements/dispatches")
    @Performs("movement.dispatch")
    public Outcome<RecordedEvent> dispatch(Dispatch dispatch) {
        return movements().dispatch(dispatch);
    }

    @POST
    @Path("movements/arrivals")
    @Performs("movement.arrive")
    public Outcome<RecordedEvent> arrive(Arrival arrival) {
        return movements().arrive(arrival);
    }

    @POST
    @Path("movements/consumptions")
    @Performs("movement.consume")
    public Outcome<RecordedEvent> consume(Consumption consumption) {
        return movements().consume(consumption);
    }

    @POST
    @Path("movements/productions")
    @Performs("movement.produce")
    public Outcome<RecordedEvent> produce(Production production) {
        return movements().produce(production);
    }

    @POST
    @Path("movements/shipments")
    @Performs("movement.ship")
    public Outcome<RecordedEvent> ship(Shipment shipment) {
        return movements().ship(shipment);
    }

    @POST
    @Path("movements/returns")
    @Performs("movement.take-back")
    public Outcome<RecordedEvent> takeBack(CustomerReturn customerReturn) {
        return movements().takeBack(customerReturn);
    }

    @POST
    @Path("movements/counts")
    @Performs("movement.count")
    public Outcome<RecordedEvent> count(StockCount stockCount) {
        return movements().count(stockCount);
    }

    @POST
    @Path("movements/supplier-returns")
    @Performs("movement.return-to-supplier")
    public Outcome<RecordedEvent> returnToSupplier(SupplierReturn supplierReturn) {
        return movements().returnToSupplier(supplierReturn);
    }

    @POST
    @Path("movements/disposals")
    @Performs("movement.dispose")
    public Outcome<RecordedEvent> dispose(Disposal disposal) {
        return movements().dispose(disposal);
    }

    @POST
    @Path("movements/samples")
    @Performs("movement.sample")
    public Outcome<RecordedEvent> sample(Sampling sampling) {
        return movements().sample(sampling);
    }

    @POST
    @Path("movements/openings")
    @Performs("movement.open")
    public Outcome<RecordedEvent> open(OpeningStock openingStock) {
        return movements().open(openingStock);
    }

    @POST
    @Path("movements/transfers")
    @Performs("movement.transfer")
    public Outcome<RecordedEvent> transfer(TransferOfType body) {
        return movements().transfer(body.type(), body.transfer());
    }

    /** @param type PUT_AWAY, TRANSFER, PICK or PACK */
    public record TransferOfType(EventType type, Transfer transfer) {}

    @POST
    @Path("movements/transformations")
    @Performs("movement.transform")
    public Outcome<RecordedEvent> transform(TransformationOfType body) {
        return movements().transform(body.type(), body.transformation());
    }

    /** @param type SPLIT, MERGE, RELABEL or REPACK */
    public record TransformationOfType(EventType type, Transformation transformation) {}

    private MovementCapture movements() {
        return operations.as(Callers.of(user), MovementCapture.class);
    }
}
