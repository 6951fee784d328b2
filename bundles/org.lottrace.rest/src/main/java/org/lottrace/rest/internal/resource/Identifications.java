package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.identification.Scan;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;

/** What is in a scan. */
@Path("v1")
@Consumes("application/json")
@Produces("application/json")
public final class Identifications {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Identifications(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("identification")
    @Performs("identification.read")
    public Scan read(@Required @QueryParam("scan") String scan) {
        return operations.as(Callers.of(user), Identification.class).read(scan);
    }
}
