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
import java.util.List;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.violation.Violation;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Denied;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** EDI interchanges with partners. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class InterchangesResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public InterchangesResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("interchanges")
    @Performs("interchange.list")
    public Page<InterchangeRecord> list(@QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.beginning(interchanges().recent(limit.andOne()), limit);
    }

    @POST
    @Path("interchanges/check")
    @Consumes("application/octet-stream")
    @Produces("application/json")
    @Performs("interchange.check")
    public Checked check(byte[] content) {
        return new Checked(Denied.unless(interchanges().check(content)));
    }

    public record Checked(List<Violation> problems) {}

    private Interchanges interchanges() {
        return operations.as(Callers.of(user), Interchanges.class);
    }
}
