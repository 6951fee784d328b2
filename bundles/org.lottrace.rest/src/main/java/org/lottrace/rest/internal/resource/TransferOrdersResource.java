package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.TransferAllocation;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.order.TransferOrders;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.call.Replacement;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.call.Tagged;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Transfer orders and what is reserved for them. An order is asked for by a parameter, because its number may have a slash. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class TransferOrdersResource {
    private final Operations operations;
    private final RecordLocks locks;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public TransferOrdersResource(Operations operations, RecordLocks locks) {
        this.operations = operations;
        this.locks = locks;
    }

    @GET
    @Path("transfer-orders")
    @Performs("transfer-order.list")
    public Page<TransferOrder> list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(orders().after(after, limit.andOne()), limit, TransferOrder::number);
    }

    @GET
    @Path("transfer-order")
    @Produces("application/json")
    @Tagged
    @Performs("transfer-order.find")
    public Optional<TransferOrder> find(@Required @QueryParam("number") String number) {
        return orders().find(number);
    }

    @POST
    @Path("transfer-orders")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("transfer-order.save")
    public RefusedByList save(TransferOrdersToSave body) {
        return new RefusedByList(orders().save(body.orders()));
    }

    @PUT
    @Path("transfer-order")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs(value = "transfer-order.save", isVariant = true)
    public RefusedByList put(
            @Required @QueryParam("number") String number, TransferOrder order, @Context HttpHeaders headers) {
        return Replacement.of(TransferOrder.class, headers, KeptRecord.TRANSFER_ORDER, number, order.number())
                .when(() -> orders().find(number))
                .save(locks, () -> orders().save(List.of(order)));
    }

    public record TransferOrdersToSave(List<TransferOrder> orders) {}

    private TransferOrders orders() {
        return operations.as(Callers.of(user), TransferOrders.class);
    }

    @GET
    @Path("transfer-order/allocation")
    @Produces("application/json")
    @Performs(value = "transfer-allocation.show", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> show(@Required @QueryParam("number") String number) {
        return allocation().show(number);
    }

    /** What is reserved, as a list and a file. */
    @GET
    @Path("transfer-order/allocation/rows")
    @Performs(value = "transfer-allocation.show", isVariant = true, notFound = "ORDER_UNKNOWN", rows = Performs.WHOLE)
    public Outcome<Page<AllocationRow>> rows(
            @Required @QueryParam("number") String number,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return AllocationRow.page(allocation().show(number), limit, after);
    }

    @POST
    @Path("transfer-order/allocation")
    @Performs(value = "transfer-allocation.allocate", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> allocate(@Required @QueryParam("number") String number) {
        return allocation().allocate(number);
    }

    @POST
    @Path("transfer-order/allocation/soft")
    @Performs(value = "transfer-allocation.allocate-softly", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> allocateSoftly(@Required @QueryParam("number") String number) {
        return allocation().allocateSoftly(number);
    }

    @POST
    @Path("transfer-order/allocation/replan")
    @Performs(value = "transfer-allocation.replan", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> replan(@Required @QueryParam("number") String number) {
        return allocation().replan(number);
    }

    @DELETE
    @Path("transfer-order/allocation")
    @Produces("application/json")
    @Performs("transfer-allocation.cancel")
    public List<Reservation> cancel(@Required @QueryParam("number") String number) {
        return allocation().cancel(number);
    }

    @GET
    @Path("transfer-order/allocation/decisions")
    @Performs("transfer-allocation.list-decisions")
    public Page<AllocationDecision> decisions(
            @Required @QueryParam("number") String number,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                allocation().decisions(number, Optional.ofNullable(after), limit.andOne()),
                limit,
                AllocationDecision::number);
    }

    private TransferAllocation allocation() {
        return operations.as(Callers.of(user), TransferAllocation.class);
    }
}
