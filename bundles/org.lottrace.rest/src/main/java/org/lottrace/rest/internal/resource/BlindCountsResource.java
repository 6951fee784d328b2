package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.BlindCount;
import org.lottrace.api.movement.BlindCountDecision;
import org.lottrace.api.movement.BlindCounts;
import org.lottrace.api.movement.StockCount;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;

/** Counts without sight of the book: who has counted, what differs, and what is booked. */
@Path("v1")
@Consumes("application/json")
@Produces("application/json")
public final class BlindCountsResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public BlindCountsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("blind-count")
    @Performs("blind-count.show")
    public Optional<BlindCount> show(@Required @QueryParam("sheet") String sheet) {
        return counts().show(sheet);
    }

    @POST
    @Path("movements/blind-counts")
    @Performs("blind-count.enter")
    public Outcome<RecordedEvent> enter(StockCount stockCount) {
        return counts().enter(stockCount);
    }

    @POST
    @Path("movements/blind-count-decisions")
    @Performs("blind-count.decide")
    public Outcome<RecordedEvent> decide(BlindCountDecision blindCountDecision) {
        return counts().decide(blindCountDecision);
    }

    private BlindCounts counts() {
        return operations.as(Callers.of(user), BlindCounts.class);
    }
}
