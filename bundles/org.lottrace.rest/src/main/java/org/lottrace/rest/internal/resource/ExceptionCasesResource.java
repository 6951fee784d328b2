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
import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.exceptioncase.ExceptionCase;
import org.lottrace.api.exceptioncase.ExceptionCases;
import org.lottrace.api.exceptioncase.ExceptionFigures;
import org.lottrace.api.exceptioncase.ExceptionFilter;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** What was wrong with events that were recorded all the same. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class ExceptionCasesResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public ExceptionCasesResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("exceptions")
    @Performs("exception.list")
    public Page<ExceptionCase> list(
            @QueryParam("open") Boolean open,
            @QueryParam("owner") Role owner,
            @QueryParam("site") SiteId site,
            @QueryParam("code") String code,
            @QueryParam("late") Boolean late,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        ExceptionFilter filter = new ExceptionFilter(
                Optional.ofNullable(open),
                Optional.ofNullable(owner),
                Optional.ofNullable(site),
                Optional.ofNullable(code),
                Boolean.TRUE.equals(late));
        Limit rows = limit.within(Limit.MOST);
        return Page.of(cases().list(filter, Optional.ofNullable(after), rows.andOne()), rows, ExceptionCase::number);
    }

    @GET
    @Path("exceptions/figures")
    @Performs("exception.figures")
    public ExceptionFigures figures() {
        return cases().figures();
    }

    @GET
    @Path("exceptions/by-event")
    @Performs(value = "exception.list-by-event", rows = Performs.WHOLE)
    public Page<ExceptionCase> ofEvent(
            @Required @QueryParam("event") EventId event,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(cases().ofEvent(event), limit, after);
    }

    @GET
    @Path("exceptions/{number}")
    @Performs("exception.find")
    public Optional<ExceptionCase> find(@PathParam("number") Long number) {
        return cases().find(number);
    }

    @POST
    @Path("exceptions/close")
    @Performs("exception.close")
    public Outcome<ExceptionCase> close(Closing body) {
        return cases().close(Callers.of(user), body.number(), body.reason());
    }

    @POST
    @Path("exceptions/assign")
    @Performs("exception.assign")
    public Outcome<ExceptionCase> assign(Assignment body) {
        return cases().assign(body.number(), body.owner(), body.deadline());
    }

    /**
     * @param number of the case
     * @param reason what was found or done
     */
    public record Closing(long number, String reason) {}

    /**
     * @param number of the case
     * @param owner who is to look after it
     * @param deadline until when
     */
    public record Assignment(long number, Role owner, Instant deadline) {}

    private ExceptionCases cases() {
        return operations.as(Callers.of(user), ExceptionCases.class);
    }
}
