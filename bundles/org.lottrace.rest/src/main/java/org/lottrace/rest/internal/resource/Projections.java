package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.lottrace.api.event.LedgerProjections;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** What is derived from the ledger with each event. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Projections {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Projections(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("projections")
    @Performs("projection.list")
    public Page<String> list(
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(projections().names(), limit, after);
    }

    @POST
    @Path("projections/{name}/rebuild")
    @Performs(value = "projection.rebuild", notFound = "PROJECTION_UNKNOWN")
    public Outcome<List<String>> rebuild(@PathParam("name") String name) {
        return projections().rebuild(name);
    }

    private LedgerProjections projections() {
        return operations.as(Callers.of(user), LedgerProjections.class);
    }
}
