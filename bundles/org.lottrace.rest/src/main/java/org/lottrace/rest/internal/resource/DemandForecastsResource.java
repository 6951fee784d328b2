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
import java.math.BigDecimal;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.planning.DemandForecast;
import org.lottrace.api.planning.DemandForecasts;
import org.lottrace.api.planning.ReplenishmentTerms;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** What will be wanted, and when to order it. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class DemandForecastsResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public DemandForecastsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("sites/{site}/demand-forecasts")
    @Performs("demand-forecast.list")
    public Page<DemandForecast> list(
            @PathParam("site") SiteId site,
            @QueryParam("item") ItemNumber item,
            @Required @QueryParam("lead-days") Integer leadDays,
            @QueryParam("service-percent") @DefaultValue("95") BigDecimal servicePercent,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        if (!ReplenishmentTerms.isAskable(leadDays, servicePercent)) {
            throw new RefusedRequestException(
                    400,
                    Fault.ofRange(
                            "?lead-days",
                            "take a lead time of 1 to " + ReplenishmentTerms.MOST_LEAD_DAYS
                                    + " days and a service level from 50 to 99.9 percent"));
        }
        return Page.skipping(
                operations
                        .as(Callers.of(user), DemandForecasts.class)
                        .list(
                                site,
                                Optional.ofNullable(item),
                                new ReplenishmentTerms(leadDays, servicePercent),
                                RotationMeasuresResource.from(after),
                                limit.andOne()),
                limit,
                after);
    }
}
