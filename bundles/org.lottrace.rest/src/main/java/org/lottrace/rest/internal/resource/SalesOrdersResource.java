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
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.order.SalesOrders;
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

/** Sales orders. An order is asked for by a parameter, because its number may have a slash. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class SalesOrdersResource {
    private final Operations operations;
    private final RecordLocks locks;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public SalesOrdersResource(Operations operations, RecordLocks locks) {
        this.operations = operations;
        this.locks = locks;
    }

    @GET
    @Path("sales-orders")
    @Performs("sales-order.list")
    public Page<SalesOrder> list(
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(orders().after(after, limit.andOne()), limit, SalesOrder::number);
    }

    @GET
    @Path("sales-order")
    @Produces("application/json")
    @Tagged
    @Performs("sales-order.find")
    public Optional<SalesOrder> find(@Required @QueryParam("number") String number) {
        return orders().find(number);
    }

    @POST
    @Path("sales-orders")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("sales-order.save")
    public RefusedByList save(SalesOrdersToSave body) {
        return new RefusedByList(orders().save(body.orders()));
    }

    @PUT
    @Path("sales-order")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs(value = "sales-order.save", isVariant = true)
    public RefusedByList put(
            @Required @QueryParam("number") String number, SalesOrder order, @Context HttpHeaders headers) {
        return Replacement.of(SalesOrder.class, headers, KeptRecord.SALES_ORDER, number, order.number())
                .when(() -> orders().find(number))
                .save(locks, () -> orders().save(List.of(order)));
    }

    public record SalesOrdersToSave(List<SalesOrder> orders) {}

    private SalesOrders orders() {
        return operations.as(Callers.of(user), SalesOrders.class);
    }
}
