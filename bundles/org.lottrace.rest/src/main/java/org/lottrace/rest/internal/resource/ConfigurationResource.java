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
import org.lottrace.api.configuration.Configurations;
import org.lottrace.api.configuration.ConfiguredPart;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** What can be set, and setting it. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class ConfigurationResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public ConfigurationResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("configuration")
    @Performs("configuration.list")
    public Page<ConfiguredPart> all(
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(configurations().all(), limit, after);
    }

    @POST
    @Path("configuration")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("configuration.change")
    public RefusedByList change(ChangedSetting body) {
        return new RefusedByList(configurations().change(Callers.of(user), body.part(), body.key(), body.value()));
    }

    /** @param value empty: the default */
    public record ChangedSetting(String part, String key, String value) {}

    private Configurations configurations() {
        return operations.as(Callers.of(user), Configurations.class);
    }
}
