package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
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
import org.lottrace.api.operation.Operations;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.order.ProductionOrders;
import org.lottrace.api.order.ProductionProgress;
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

/** Production orders. An order is asked for by a parameter, because its number may have a slash. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class ProductionOrdersResource {
    private final Operations operations;
    private final RecordLocks locks;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public ProductionOrdersResource(Operations operations, RecordLocks locks) {
        this.operations = operations;
        this.locks = locks;
    }

    @GET
    @Path("production-orders")
    @Performs("production-order.list")
    public Page<ProductionProgress> list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(orders().after(after, limit.andOne()), limit, progress -> progress.order()
                .number());
    }

    @GET
    @Path("production-order")
    @Produces("application/json")
    @Tagged
    @Performs("production-order.find")
    public Optional<ProductionOrder> find(@Required @QueryParam("number") String number) {
        return orders().find(number);
    }

    @GET
    @Path("production-order/progress")
    @Produces("application/json")
    @Performs("production-order.progress")
    public Optional<ProductionProgress> progress(@Required @QueryParam("number") String number) {
        return orders().progress(number);
    }

    @POST
    @Path("production-order/close")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("production-order.close")
    public Outcome<ProductionProgress> close(@Required @QueryParam("number") String number) {
        return orders().close(number);
    }

    @POST
    @Path("production-orders")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("production-order.save")
    public RefusedByList save(ProductionOrdersToSave body) {
        return new RefusedByList(orders().save(body.orders()));
    }

    @PUT
    @Path("production-order")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs(value = "production-order.save", isVariant = true)
    public RefusedByList put(
            @Required @QueryParam("number") String number, ProductionOrder order, @Context HttpHeaders headers) {
        return Replacement.of(ProductionOrder.class, headers, KeptRecord.PRODUCTION_ORDER, number, order.number())
                .when(() -> orders().find(number))
                .save(locks, () -> orders().save(List.of(order)));
    }

    public record ProductionOrdersToSave(List<ProductionOrder> orders) {}

    private ProductionOrders orders() {
        return operations.as(Callers.of(user), ProductionOrders.class);
    }
}
