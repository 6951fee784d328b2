package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.planning.MeasureQuestion;
import org.lottrace.api.planning.RotationSimulation;
import org.lottrace.api.planning.RotationSimulations;
import org.lottrace.api.planning.SimulationQuestion;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** What would have been if lots had gone out in another order. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class RotationSimulationsResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public RotationSimulationsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("sites/{site}/rotation-simulation")
    @Produces("application/json")
    @Performs("rotation-simulation.replay")
    public RotationSimulation replay(
            @PathParam("site") SiteId site,
            @Required @QueryParam("item") ItemNumber item,
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("remaining-days") @DefaultValue("0") Integer remainingDays) {
        if (!SimulationQuestion.isAskable(from, to, remainingDays)) {
            throw new RefusedRequestException(
                    400,
                    Fault.ofRange(
                            "?to",
                            "ask for 1 to " + MeasureQuestion.MOST_DAYS + " days, the first one first, and 0 to "
                                    + SimulationQuestion.MOST_REMAINING + " remaining days"));
        }
        return operations
                .as(Callers.of(user), RotationSimulations.class)
                .replay(new SimulationQuestion(site, item, from, to, remainingDays));
    }
}
