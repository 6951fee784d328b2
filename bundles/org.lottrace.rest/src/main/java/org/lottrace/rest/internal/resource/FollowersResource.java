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
import java.util.Optional;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** What follows the ledger. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class FollowersResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public FollowersResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("followers")
    @Performs("follower.list")
    public Page<FollowerStatus> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(followers().all(), limit, after, FollowerStatus::name);
    }

    @GET
    @Path("followers/{name}")
    @Produces("application/json")
    @Performs("follower.status")
    public Optional<FollowerStatus> status(@PathParam("name") String name) {
        return followers().all().stream()
                .filter(follower -> follower.name().equals(name))
                .findFirst();
    }

    @GET
    @Path("followers/{name}/skipped")
    @Performs("follower.list-skipped")
    public Page<SetAsideEvent> skipped(
            @PathParam("name") String name,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(followers().skipped(name), limit, after);
    }

    @POST
    @Path("followers/{name}/rebuild")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("follower.rebuild")
    public RefusedByList rebuild(@PathParam("name") String name) {
        return new RefusedByList(followers().rebuild(name));
    }

    @POST
    @Path("followers/{name}/set-aside/{position}/retry")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("follower.retry")
    public RefusedByList retry(@PathParam("name") String name, @PathParam("position") long position) {
        return new RefusedByList(followers().retry(name, position));
    }

    @POST
    @Path("followers/{name}/set-aside/{position}/skip")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("follower.skip")
    public RefusedByList skip(@PathParam("name") String name, @PathParam("position") long position, Skip body) {
        return new RefusedByList(followers().skip(Callers.of(user), name, position, body.reason()));
    }

    public record Skip(String reason) {}

    private LedgerFollowers followers() {
        return operations.as(Callers.of(user), LedgerFollowers.class);
    }
}
