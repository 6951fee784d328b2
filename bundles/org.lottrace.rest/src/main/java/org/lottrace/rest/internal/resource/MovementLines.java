package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.MovementFilter;
import org.lottrace.api.event.MovementLine;
import org.lottrace.api.event.MovementList;
import org.lottrace.api.event.MovementPage;
import org.lottrace.api.event.MovementPlace;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** What moved, line by line. A page without a row may have a next one: only so much of the ledger is looked at for one answer. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class MovementLines {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public MovementLines(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("movements")
    @Performs("event.list-movements")
    public Page<MovementLine> list(
            @QueryParam("lot") LotKey lot,
            @QueryParam("item") ItemNumber item,
            @QueryParam("unit") Sscc unit,
            @QueryParam("site") SiteId site,
            @QueryParam("party") PartyId party,
            @QueryParam("document") DocumentReference document,
            @QueryParam("type") EventType type,
            @QueryParam("actor") @DefaultValue("") String actor,
            @QueryParam("happened-from") Instant happenedFrom,
            @QueryParam("happened-until") Instant happenedUntil,
            @QueryParam("recorded-from") Instant recordedFrom,
            @QueryParam("recorded-until") Instant recordedUntil,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        MovementFilter filter = new MovementFilter(
                Optional.ofNullable(lot),
                Optional.ofNullable(item),
                Optional.ofNullable(unit),
                Optional.ofNullable(site),
                Optional.ofNullable(party),
                Optional.ofNullable(document),
                Optional.ofNullable(type),
                actor,
                Optional.ofNullable(happenedFrom),
                Optional.ofNullable(happenedUntil),
                Optional.ofNullable(recordedFrom),
                Optional.ofNullable(recordedUntil));
        MovementPage page = operations
                .as(Callers.of(user), MovementList.class)
                .list(filter, Optional.ofNullable(after).map(MovementLines::place), limit.rows());
        return new Page<>(page.lines(), page.next().isPresent(), page.next().map(MovementPlace::toString));
    }

    private static MovementPlace place(String cursor) {
        try {
            return MovementPlace.parse(cursor);
        } catch (InvalidIdentifierException unreadable) {
            throw new RefusedRequestException(
                    400, new Fault("CURSOR_UNKNOWN", "?after", "no row is called " + cursor + "; begin without after"));
        }
    }
}
