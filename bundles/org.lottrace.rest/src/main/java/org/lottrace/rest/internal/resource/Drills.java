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
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.drill.Drill;
import org.lottrace.api.recall.drill.DrillReport;
import org.lottrace.api.recall.drill.DrillRequest;
import org.lottrace.api.recall.drill.MockRecall;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Recalls that are practised on live data and change nothing. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Drills {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Drills(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("drills")
    @Performs("drill.list")
    public Page<Drill> list(@QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.beginning(drills().trend(limit.andOne()), limit);
    }

    @POST
    @Path("drills")
    @Performs(value = "drill.run", rows = Performs.WHOLE)
    public Outcome<DrillReport> run(DrillRequest request) {
        return drills().run(request);
    }

    private MockRecall drills() {
        return operations.as(Callers.of(user), MockRecall.class);
    }
}
