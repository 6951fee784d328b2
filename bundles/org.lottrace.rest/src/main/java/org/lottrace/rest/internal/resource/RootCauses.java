package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.rootcause.RootCause;
import org.lottrace.api.rootcause.RootCauseQuestion;
import org.lottrace.api.rootcause.RootCauseReport;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;

/** What lots with complaints have in common. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class RootCauses {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public RootCauses(Operations operations) {
        this.operations = operations;
    }

    @POST
    @Path("root-causes")
    @Performs(value = "root-cause.explain", rows = Performs.WHOLE)
    public RootCauseReport explain(
            RootCauseQuestion question,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position) {
        return rootCause().explain(question, Past.asOf(position, knownAt, at));
    }

    private RootCause rootCause() {
        return operations.as(Callers.of(user), RootCause.class);
    }
}
