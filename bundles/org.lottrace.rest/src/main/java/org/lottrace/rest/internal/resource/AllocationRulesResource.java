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
import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.allocation.AllocationRules;
import org.lottrace.api.allocation.RuleChange;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** The rules that allocation follows. A version is never changed; a new one takes its place. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class AllocationRulesResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public AllocationRulesResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("allocation-rules")
    @Performs("allocation-rule.list")
    public Page<AllocationRule> list(
            @QueryParam("after") Long after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(rules().list(Optional.ofNullable(after), limit.andOne()), limit, AllocationRule::version);
    }

    @GET
    @Path("allocation-rules/in-force")
    @Performs("allocation-rule.list-in-force")
    public Page<AllocationRule> inForce(
            @Required @QueryParam("day") LocalDate day,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                rules().inForce(day, Optional.ofNullable(after), limit.andOne()), limit, AllocationRule::version);
    }

    @GET
    @Path("allocation-rules/{version}")
    @Produces("application/json")
    @Performs("allocation-rule.find")
    public Optional<AllocationRule> find(@PathParam("version") Long version) {
        return rules().find(version);
    }

    @POST
    @Path("allocation-rules")
    @Performs("allocation-rule.save")
    public Outcome<AllocationRule> save(RuleChange change) {
        return rules().save(Callers.of(user), change);
    }

    private AllocationRules rules() {
        return operations.as(Callers.of(user), AllocationRules.class);
    }
}
