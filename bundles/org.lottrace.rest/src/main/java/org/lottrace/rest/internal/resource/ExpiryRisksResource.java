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
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.planning.ExpiryAdvice;
import org.lottrace.api.planning.ExpiryAdvices;
import org.lottrace.api.planning.ExpiryRisks;
import org.lottrace.api.planning.LotRisk;
import org.lottrace.api.planning.PlannedUse;
import org.lottrace.api.planning.PlannedUses;
import org.lottrace.api.planning.RiskTrial;
import org.lottrace.api.planning.RotationMeasures;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** Which lots may not sell in time, and which production should take. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class ExpiryRisksResource {
    private static final int MOST_WEEKS_AHEAD = 8;

    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public ExpiryRisksResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("sites/{site}/expiry-risks")
    @Performs("expiry-risk.list")
    public Page<LotRisk> list(
            @PathParam("site") SiteId site,
            @QueryParam("item") ItemNumber item,
            @QueryParam("days") @DefaultValue("60") Integer days,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        checked(days);
        return Page.skipping(
                risks().list(
                                site,
                                Optional.ofNullable(item),
                                days,
                                RotationMeasuresResource.from(after),
                                limit.andOne()),
                limit,
                after);
    }

    @GET
    @Path("sites/{site}/expiry-advices")
    @Performs("expiry-advice.list")
    public Page<ExpiryAdvice> advices(
            @PathParam("site") SiteId site,
            @QueryParam("item") ItemNumber item,
            @QueryParam("days") @DefaultValue("60") Integer days,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        checked(days);
        return Page.skipping(
                operations
                        .as(Callers.of(user), ExpiryAdvices.class)
                        .list(
                                site,
                                Optional.ofNullable(item),
                                days,
                                RotationMeasuresResource.from(after),
                                limit.andOne()),
                limit,
                after);
    }

    @GET
    @Path("sites/{site}/planned-uses")
    @Performs("planned-use.list")
    public Page<PlannedUse> plannedUses(
            @PathParam("site") SiteId site,
            @QueryParam("item") ItemNumber item,
            @QueryParam("days") @DefaultValue("60") Integer days,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        checked(days);
        return Page.skipping(
                operations
                        .as(Callers.of(user), PlannedUses.class)
                        .list(
                                site,
                                Optional.ofNullable(item),
                                days,
                                RotationMeasuresResource.from(after),
                                limit.andOne()),
                limit,
                after);
    }

    private static void checked(int days) {
        if (days < 0 || days > RotationMeasures.MOST_DAYS_AHEAD) {
            throw new RefusedRequestException(
                    400, Fault.ofRange("?days", "ask for 0 to " + RotationMeasures.MOST_DAYS_AHEAD + " days ahead"));
        }
    }

    @GET
    @Path("sites/{site}/expiry-risk-trial")
    @Produces("application/json")
    @Performs("expiry-risk.back-test")
    public RiskTrial backTest(
            @PathParam("site") SiteId site,
            @Required @QueryParam("item") ItemNumber item,
            @QueryParam("weeks") @DefaultValue("2") Integer weeks) {
        if (weeks < 1 || weeks > MOST_WEEKS_AHEAD) {
            throw new RefusedRequestException(
                    400, Fault.ofRange("?weeks", "look 1 to " + MOST_WEEKS_AHEAD + " weeks ahead"));
        }
        return risks().backTest(site, item, weeks);
    }

    private ExpiryRisks risks() {
        return operations.as(Callers.of(user), ExpiryRisks.class);
    }
}
