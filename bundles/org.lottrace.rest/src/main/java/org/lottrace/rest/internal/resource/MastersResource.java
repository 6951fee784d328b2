package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.master.MasterChange;
import org.lottrace.api.master.MasterClosing;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.MasterStep;
import org.lottrace.api.master.MasterUse;
import org.lottrace.api.master.Masters;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.call.Tagged;
import org.lottrace.rest.internal.call.Tags;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** Items, parties, sites and locations are closed, opened again and deleted. The key of a location has a slash, so it is a parameter. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class MastersResource {
    private static final int BAD_REQUEST = 400;
    private static final Object ONE_AT_A_TIME = new Object();

    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    /** What the sender has seen. */
    @Context
    private HttpHeaders headers;

    public MastersResource(Operations operations) {
        this.operations = operations;
    }

    @POST
    @Path("masters/close")
    @Produces("application/json")
    @Performs("master.close")
    public Outcome<MasterStep> close(MasterClosing closing) {
        return unchanged(closing.master(), () -> masters().close(Callers.of(user), closing));
    }

    @POST
    @Path("masters/reopen")
    @Produces("application/json")
    @Performs("master.reopen")
    public Outcome<MasterStep> reopen(MasterChange opening) {
        return unchanged(opening.master(), () -> masters().reopen(Callers.of(user), opening));
    }

    @POST
    @Path("masters/delete")
    @Produces("application/json")
    @Performs("master.delete")
    public Outcome<MasterStep> delete(MasterChange deletion) {
        return masters().delete(Callers.of(user), deletion);
    }

    @GET
    @Path("masters/closing")
    @Produces("application/json")
    @Tagged
    @Performs("master.find-closing")
    public Optional<MasterStep> closing(
            @Required @QueryParam("kind") MasterKind kind, @Required @QueryParam("key") String key) {
        return masters().closing(master(kind, key));
    }

    @GET
    @Path("masters/uses")
    @Performs(value = "master.list-uses", rows = Performs.WHOLE)
    public Page<MasterUse> uses(
            @Required @QueryParam("kind") MasterKind kind, @Required @QueryParam("key") String key) {
        return Page.beginning(masters().uses(master(kind, key)), new Limit(Limit.MOST));
    }

    @GET
    @Path("masters/closed")
    @Performs("master.list-closed")
    public Page<MasterStep> closed(
            @QueryParam("kind") MasterKind kind,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                masters().closed(Optional.ofNullable(kind), Optional.ofNullable(after), limit.andOne()),
                limit,
                MasterStep::number);
    }

    @GET
    @Path("masters/steps")
    @Performs("master.list-steps")
    public Page<MasterStep> steps(
            @Required @QueryParam("kind") MasterKind kind,
            @Required @QueryParam("key") String key,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                masters().steps(master(kind, key), Optional.ofNullable(after), limit.andOne()),
                limit,
                MasterStep::number);
    }

    /** Preconditions are about what {@code masters/closing} answers: {@code If-None-Match: *} means that it is open. */
    private Outcome<MasterStep> unchanged(MasterReference master, Supplier<Outcome<MasterStep>> step) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) == null
                && headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) == null) {
            return step.get();
        }
        synchronized (ONE_AT_A_TIME) {
            Tags.check(headers, MasterStep.class, masters().closing(master));
            return step.get();
        }
    }

    private static MasterReference master(MasterKind kind, String key) {
        try {
            return new MasterReference(kind, key);
        } catch (InvalidIdentifierException wrong) {
            throw new RefusedRequestException(BAD_REQUEST, new Fault("VALUE_WRONG", "?key", wrong.getMessage()));
        }
    }

    private Masters masters() {
        return operations.as(Callers.of(user), Masters.class);
    }
}
