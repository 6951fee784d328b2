package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.Corrections;
import org.lottrace.api.movement.Restatement;
import org.lottrace.api.movement.Reversal;
import org.lottrace.api.movement.Reversed;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** What was recorded and is not so. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class CorrectionsResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public CorrectionsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("corrections/standing-on")
    @Performs(value = "correction.list-standing-on", rows = Performs.WHOLE)
    public Page<RecordedEvent> standingOn(
            @Required @QueryParam("event") EventId event,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(corrections().standingOn(event), limit, after);
    }

    @POST
    @Path("corrections")
    @Performs("correction.reverse")
    public Outcome<Reversed> reverse(Reversal reversal) {
        return corrections().reverse(reversal);
    }

    @POST
    @Path("corrections/restatements")
    @Performs("correction.restate")
    public Outcome<RecordedEvent> restate(Restatement restatement) {
        return corrections().restate(restatement);
    }

    private Corrections corrections() {
        return operations.as(Callers.of(user), Corrections.class);
    }
}
