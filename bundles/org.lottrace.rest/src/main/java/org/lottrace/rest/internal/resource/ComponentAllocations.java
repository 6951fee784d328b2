package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.ComponentAllocation;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** What is reserved for the components of production orders. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class ComponentAllocations {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public ComponentAllocations(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("production-order/allocation")
    @Produces("application/json")
    @Performs(value = "component-allocation.show", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> show(@Required @QueryParam("number") String number) {
        return components().show(number);
    }

    /** What is reserved, as a list and a file. */
    @GET
    @Path("production-order/allocation/rows")
    @Performs(value = "component-allocation.show", isVariant = true, notFound = "ORDER_UNKNOWN", rows = Performs.WHOLE)
    public Outcome<Page<AllocationRow>> rows(
            @Required @QueryParam("number") String number,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return AllocationRow.page(components().show(number), limit, after);
    }

    @POST
    @Path("production-order/allocation")
    @Performs(value = "component-allocation.allocate", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> allocate(@Required @QueryParam("number") String number) {
        return components().allocate(number);
    }

    @POST
    @Path("production-order/allocation/soft")
    @Performs(value = "component-allocation.allocate-softly", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> allocateSoftly(@Required @QueryParam("number") String number) {
        return components().allocateSoftly(number);
    }

    @POST
    @Path("production-order/allocation/replan")
    @Performs(value = "component-allocation.replan", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> replan(@Required @QueryParam("number") String number) {
        return components().replan(number);
    }

    @DELETE
    @Path("production-order/allocation")
    @Produces("application/json")
    @Performs("component-allocation.cancel")
    public List<Reservation> cancel(@Required @QueryParam("number") String number) {
        return components().cancel(number);
    }

    @GET
    @Path("production-order/allocation/decisions")
    @Performs("component-allocation.list-decisions")
    public Page<AllocationDecision> decisions(
            @Required @QueryParam("number") String number,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                components().decisions(number, Optional.ofNullable(after), limit.andOne()),
                limit,
                AllocationDecision::number);
    }

    private ComponentAllocation components() {
        return operations.as(Callers.of(user), ComponentAllocation.class);
    }
}
