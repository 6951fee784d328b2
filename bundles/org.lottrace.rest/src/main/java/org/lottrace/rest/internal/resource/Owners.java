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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.report.OwnerFigures;
import org.lottrace.api.recall.report.OwnerReport;
import org.lottrace.api.recall.report.RecallReach;
import org.lottrace.api.recall.report.WriteOff;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** What tracing lots is worth to the owner of the company. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Owners {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Owners(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("owner/figures")
    @Produces("application/json")
    @Performs("owner.figures")
    public OwnerFigures figures(
            @Required @QueryParam("from") LocalDate from, @Required @QueryParam("to") LocalDate to) {
        refuseOther(from, to);
        return report().figures(from, to);
    }

    @GET
    @Path("owner/write-offs")
    @Performs("owner.list-write-offs")
    public Page<WriteOff> writeOffs(
            @Required @QueryParam("from") LocalDate from,
            @Required @QueryParam("to") LocalDate to,
            @QueryParam("onlyExpired") @DefaultValue("false") Boolean onlyExpired,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        refuseOther(from, to);
        return Page.of(
                report().writeOffs(
                                from,
                                to,
                                onlyExpired,
                                Optional.ofNullable(after).map(Owners::key),
                                limit.andOne()),
                limit,
                WriteOff::key);
    }

    @GET
    @Path("owner/reaches")
    @Performs("owner.list-reaches")
    public Page<RecallReach> reaches(
            @QueryParam("closed") @DefaultValue("true") Boolean closed,
            @QueryParam("after") RecallCaseId after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        Limit rows = new Limit(Math.min(limit.rows(), RecallReach.MOST));
        return Page.of(
                report().reaches(closed, Optional.ofNullable(after), rows.andOne()), rows, RecallReach::recallCase);
    }

    private static WriteOff.Key key(String cursor) {
        try {
            return WriteOff.Key.parse(cursor);
        } catch (IllegalArgumentException unreadable) {
            throw new RefusedRequestException(
                    400, new Fault("CURSOR_UNKNOWN", "?after", "no row is called " + cursor + "; begin without after"));
        }
    }

    private static void refuseOther(LocalDate from, LocalDate to) {
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > OwnerReport.MOST_DAYS) {
            throw new RefusedRequestException(
                    400,
                    Fault.ofRange(
                            "?to", "ask for 1 to " + OwnerReport.MOST_DAYS + " days, not for " + from + " to " + to));
        }
    }

    private OwnerReport report() {
        return operations.as(Callers.of(user), OwnerReport.class);
    }
}
