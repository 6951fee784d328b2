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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.Allocation;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.AllocationDecisions;
import org.lottrace.api.allocation.AllocationWaves;
import org.lottrace.api.allocation.LineAllocation;
import org.lottrace.api.allocation.LostReservations;
import org.lottrace.api.allocation.OtherLot;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.SoftReservations;
import org.lottrace.api.allocation.WaveRequest;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** What is reserved for sales orders, first expired first out; a wave may serve production orders beside them. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Allocations {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Allocations(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("sales-order/allocation")
    @Produces("application/json")
    @Performs(value = "allocation.show", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> show(@Required @QueryParam("number") String number) {
        return allocation().show(number);
    }

    /** What is reserved, as a list and a file. */
    @GET
    @Path("sales-order/allocation/rows")
    @Performs(value = "allocation.show", isVariant = true, notFound = "ORDER_UNKNOWN", rows = Performs.WHOLE)
    public Outcome<Page<AllocationRow>> rows(
            @Required @QueryParam("number") String number,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return AllocationRow.page(allocation().show(number), limit, after);
    }

    @POST
    @Path("sales-order/allocation")
    @Performs(value = "allocation.allocate", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> allocate(@Required @QueryParam("number") String number) {
        return allocation().allocate(number);
    }

    @GET
    @Path("allocation-losses")
    @Performs("allocation.list-lost")
    public Page<AllocationDecision> losses(
            @QueryParam("after") Long after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                operations
                        .as(Callers.of(user), LostReservations.class)
                        .open(Optional.ofNullable(after), limit.andOne()),
                limit,
                AllocationDecision::number);
    }

    @POST
    @Path("sales-order/allocation/mend")
    @Performs(value = "allocation.mend", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> mend(@Required @QueryParam("number") String number) {
        return operations.as(Callers.of(user), LostReservations.class).mend(number);
    }

    @POST
    @Path("sales-order/allocation/soft")
    @Performs(value = "allocation.allocate-softly", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> allocateSoftly(@Required @QueryParam("number") String number) {
        return operations.as(Callers.of(user), SoftReservations.class).allocate(number);
    }

    @POST
    @Path("soft-reservations/end")
    @Performs("allocation.end-soft")
    public List<Reservation> endSoft(@QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return operations.as(Callers.of(user), SoftReservations.class).end(limit.rows());
    }

    @POST
    @Path("sales-order/allocation/on-day")
    @Performs(value = "allocation.allocate-on-day", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> allocateOnDay(
            @Required @QueryParam("number") String number, @Required @QueryParam("day") LocalDate day) {
        return allocation().allocate(number, day);
    }

    @POST
    @Path("sales-order/allocation/replan")
    @Performs(value = "allocation.replan", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> replan(@Required @QueryParam("number") String number) {
        return allocation().replan(number);
    }

    @POST
    @Path("sales-order/allocation/substitute")
    @Produces("application/json")
    @Performs(value = "allocation.take-substitute", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> takeSubstitute(SubstituteToTake body) {
        return allocation().takeSubstitute(body.orderLine(), body.item());
    }

    /**
     * @param orderLine the line that is short
     * @param item what is to take its place
     */
    public record SubstituteToTake(OrderLineReference orderLine, ItemNumber item) {}

    @POST
    @Path("sales-order/allocation/substitute/give-back")
    @Produces("application/json")
    @Performs(value = "allocation.give-back-substitute", notFound = "ORDER_UNKNOWN")
    public Outcome<List<LineAllocation>> giveBackSubstitute(SubstituteToGiveBack body) {
        return allocation().giveBackSubstitute(body.orderLine());
    }

    /** @param orderLine the line of the substitute */
    public record SubstituteToGiveBack(OrderLineReference orderLine) {}

    @DELETE
    @Path("sales-order/allocation")
    @Produces("application/json")
    @Performs("allocation.cancel")
    public List<Reservation> cancel(@Required @QueryParam("number") String number) {
        return allocation().cancel(number);
    }

    @GET
    @Path("sales-order/allocation/decisions")
    @Performs("allocation-decision.list-of-order")
    public Page<AllocationDecision> decisions(
            @Required @QueryParam("number") String number,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                decisions().ofOrder(number, Optional.ofNullable(after), limit.andOne()),
                limit,
                AllocationDecision::number);
    }

    @GET
    @Path("allocation-deviations")
    @Performs("allocation-decision.list-deviations")
    public Page<AllocationDecision> deviations(
            @QueryParam("after") Long after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                decisions().deviations(Optional.ofNullable(after), limit.andOne()), limit, AllocationDecision::number);
    }

    @POST
    @Path("sales-order/allocation/other-lot")
    @Produces("application/json")
    @Performs("allocation.take-other-lot")
    public Outcome<LineAllocation> takeOther(OtherLot wanted) {
        return decisions().takeOther(Callers.of(user), wanted);
    }

    @POST
    @Path("sales-orders/allocate")
    @Performs(value = "allocation.allocate-wave", rows = Performs.WHOLE)
    public Outcome<List<LineAllocation>> allocateWave(WaveRequest wave) {
        return waves().allocate(Callers.of(user), wave);
    }

    @POST
    @Path("sales-orders/what-if")
    @Performs(value = "allocation.what-if", rows = Performs.WHOLE)
    public Outcome<List<LineAllocation>> whatIf(WaveRequest wave) {
        return waves().whatIf(wave);
    }

    private AllocationWaves waves() {
        return operations.as(Callers.of(user), AllocationWaves.class);
    }

    private AllocationDecisions decisions() {
        return operations.as(Callers.of(user), AllocationDecisions.class);
    }

    private Allocation allocation() {
        return operations.as(Callers.of(user), Allocation.class);
    }
}
