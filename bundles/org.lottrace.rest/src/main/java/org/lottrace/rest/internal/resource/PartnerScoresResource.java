package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.PartnerScore;
import org.lottrace.api.movement.PartnerScores;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** How suppliers' ship notices held true. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class PartnerScoresResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public PartnerScoresResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("partner-scores")
    @Performs("partner-score.list")
    public Page<PartnerScore> list(
            @Required @QueryParam("month") LocalDate month,
            @QueryParam("after") PartyId after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(scores().list(month, Optional.ofNullable(after), limit.andOne()), limit, PartnerScore::supplier);
    }

    @GET
    @Path("partner-score")
    @Produces("application/json")
    @Performs("partner-score.find")
    public PartnerScore of(
            @Required @QueryParam("supplier") PartyId supplier, @Required @QueryParam("month") LocalDate month) {
        return scores().of(supplier, month);
    }

    private PartnerScores scores() {
        return operations.as(Callers.of(user), PartnerScores.class);
    }
}
