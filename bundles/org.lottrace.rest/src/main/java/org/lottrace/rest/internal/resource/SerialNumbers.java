package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.movement.PieceStep;
import org.lottrace.api.movement.SerialPieces;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Pieces by their serial numbers. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class SerialNumbers {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public SerialNumbers(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("serial-numbers/steps")
    @Performs("serial.steps")
    public Page<PieceStep> steps(
            @Required @QueryParam("serial") String serial,
            @QueryParam("item") ItemNumber item,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.beginning(
                operations
                        .as(Callers.of(user), SerialPieces.class)
                        .steps(serial, Optional.ofNullable(item), limit.andOne()),
                limit);
    }
}
