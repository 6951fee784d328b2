package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.seal.RecordSeals;
import org.lottrace.api.seal.Tampering;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Whether records were changed outside LotTrace. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Seals {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Seals(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("seals/found")
    @Performs("seal.found")
    public Page<Tampering> found(
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(seals().found(), limit, after);
    }

    @GET
    @Path("seals/verification")
    @Performs("seal.verify")
    public Page<Tampering> verify(@QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        Limit rows = limit.within(Limit.MOST);
        return Page.beginning(seals().verify(rows.andOne()), rows);
    }

    private RecordSeals seals() {
        return operations.as(Callers.of(user), RecordSeals.class);
    }
}
