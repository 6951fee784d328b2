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
import org.lottrace.api.login.FailedLogin;
import org.lottrace.api.login.KnownLogin;
import org.lottrace.api.login.KnownLogins;
import org.lottrace.api.login.LoginLocks;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Who may log in, and failed logins. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Logins {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Logins(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("logins")
    @Performs(value = "login.list", rows = Performs.WHOLE)
    public Page<KnownLogin> all(
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(operations.as(Callers.of(user), KnownLogins.class).all(), limit, after);
    }

    @GET
    @Path("failed-logins")
    @Performs("login.list-failed")
    public Page<FailedLogin> failed(
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(locks().failed(), limit, after);
    }

    @POST
    @Path("failed-logins/unlock")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("login.unlock")
    public RefusedByList unlock(Unlock body) {
        return new RefusedByList(locks().unlock(Callers.of(user), body.name()));
    }

    /** @param name of the account, or the address */
    public record Unlock(String name) {}

    private LoginLocks locks() {
        return operations.as(Callers.of(user), LoginLocks.class);
    }
}
