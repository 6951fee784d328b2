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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.ChainOfCustody;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceFilter;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TraceStops;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Where lots went and what they came from. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Traces {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Traces(Operations operations) {
        this.operations = operations;
    }

    @POST
    @Path("traces")
    @Performs(value = "trace.trace", rows = Performs.WHOLE)
    public Trace trace(TraceRequest request) {
        return genealogy().trace(request);
    }

    /** The usual questions, without a body. */
    @GET
    @Path("traces")
    @Produces("application/json")
    @Performs(value = "trace.trace", isVariant = true, rows = Performs.WHOLE)
    public Trace trace(
            @Required @QueryParam("lot") List<LotKey> lots,
            @Required @QueryParam("direction") Direction direction,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position,
            @QueryParam("levels") Integer levels,
            @QueryParam("edges") boolean edges,
            @QueryParam("suspect-quantities") boolean suspectQuantities) {
        AsOf asOf = Past.asOf(position, knownAt, at);
        TraceStops stops = new TraceStops(Set.of(), Set.of(), Set.of(), Optional.ofNullable(levels), false);
        List<Seed> seeds = lots.stream().distinct().map(Seed::of).toList();
        return genealogy()
                .trace(new TraceRequest(seeds, direction, asOf, stops, TraceFilter.ALL, edges, suspectQuantities));
    }

    @GET
    @Path("whereabouts")
    @Performs(value = "trace.whereabouts", rows = Performs.WHOLE)
    public Page<Whereabouts> whereabouts(
            @Required @QueryParam("lot") List<LotKey> lots,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(genealogy().whereabouts(lots, Past.asOf(position, knownAt, at)), limit, after);
    }

    @GET
    @Path("lot/custody")
    @Produces("application/json")
    @Performs(value = "trace.custody", rows = Performs.WHOLE)
    public ChainOfCustody custody(
            @Required @QueryParam("key") LotKey key,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position) {
        return genealogy().custody(key, Past.asOf(position, knownAt, at));
    }

    /** A page has the steps of {@code limit} events; the one recorded last comes first. */
    @GET
    @Path("lot/steps")
    @Performs("trace.list-steps")
    public Page<CustodyStep> steps(
            @Required @QueryParam("key") LotKey key,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        Limit rows = limit.within(Genealogy.LONGEST_PAGE);
        return Page.ofWhole(
                genealogy().steps(key, Past.asOf(position, knownAt, at), Optional.ofNullable(after), rows.andOne()),
                rows,
                CustodyStep::position);
    }

    @GET
    @Path("units/{sscc}/custody")
    @Produces("application/json")
    @Performs(value = "trace.custody-of-unit", rows = Performs.WHOLE)
    public ChainOfCustody custodyOfUnit(
            @PathParam("sscc") Sscc sscc,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position) {
        return genealogy().custody(sscc, Past.asOf(position, knownAt, at));
    }

    private Genealogy genealogy() {
        return operations.as(Callers.of(user), Genealogy.class);
    }
}
