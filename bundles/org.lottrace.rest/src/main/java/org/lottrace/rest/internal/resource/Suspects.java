package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.Recall;
import org.lottrace.api.recall.RecallScope;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;

/** What suspect lots affect, outside of a recall case. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Suspects {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Suspects(Operations operations) {
        this.operations = operations;
    }

    @POST
    @Path("suspects/scope")
    @Performs(value = "recall.scope", rows = Performs.WHOLE)
    public RecallScope scope(
            LotsSuspected body,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position) {
        return recall().scope(body.suspects(), Past.asOf(position, knownAt, at));
    }

    @POST
    @Path("suspects/isolation")
    @Performs("recall.isolate")
    public Outcome<RecordedEvent> isolate(Isolation body) {
        return recall().isolate(body.context(), body.suspects(), body.reason());
    }

    public record LotsSuspected(List<LotKey> suspects) {}

    public record Isolation(CaptureContext context, List<LotKey> suspects, String reason) {}

    private Recall recall() {
        return operations.as(Callers.of(user), Recall.class);
    }
}
