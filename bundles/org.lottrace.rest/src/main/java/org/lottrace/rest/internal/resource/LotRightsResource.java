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
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.right.LotAction;
import org.lottrace.api.right.LotRight;
import org.lottrace.api.right.LotRightChange;
import org.lottrace.api.right.LotRights;
import org.lottrace.api.violation.Violation;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Denied;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Who may create, number, split and re-date lots. A version is never changed; a new one takes its place. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class LotRightsResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public LotRightsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("lot-rights")
    @Performs("lot-right.list")
    public Page<LotRight> list(
            @QueryParam("after") Long after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(rights().list(Optional.ofNullable(after), limit.andOne()), limit, LotRight::version);
    }

    @GET
    @Path("lot-rights/in-force")
    @Performs("lot-right.list-in-force")
    public Page<LotRight> inForce(
            @QueryParam("after") Long after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(rights().inForce(Optional.ofNullable(after), limit.andOne()), limit, LotRight::version);
    }

    /** Of who asks. */
    @GET
    @Path("lot-rights/judgement")
    @Produces("application/json")
    @Performs("lot-right.judge")
    public Judgement judge(
            @Required @QueryParam("action") LotAction action,
            @Required @QueryParam("item") ItemNumber item,
            @Required @QueryParam("site") SiteId site) {
        return new Judgement(Denied.unless(rights().judge(action, item, site)));
    }

    /** @param missing why not; none when the caller may */
    public record Judgement(List<Violation> missing) {}

    @POST
    @Path("lot-rights")
    @Performs("lot-right.save")
    public Outcome<LotRight> save(LotRightChange change) {
        return rights().save(Callers.of(user), change);
    }

    private LotRights rights() {
        return operations.as(Callers.of(user), LotRights.class);
    }
}
