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
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.LogisticUnit;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.UnitMove;
import org.lottrace.api.movement.UnitNesting;
import org.lottrace.api.movement.UnitShipment;
import org.lottrace.api.movement.UnitTakingOut;
import org.lottrace.api.movement.UnitUnpacking;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Logistic units: what is in them, and what happens to whole ones. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class LogisticUnitsResource {
    private static final int MOST_EVENTS = 500;

    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public LogisticUnitsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("units/{unit}")
    @Produces("application/json")
    @Performs("unit.find")
    public Optional<LogisticUnit> find(
            @PathParam("unit") Sscc unit,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position) {
        return units().find(unit, Past.asOf(position, knownAt, at));
    }

    @GET
    @Path("units/{unit}/history")
    @Performs("unit.history")
    public Page<RecordedEvent> history(
            @PathParam("unit") Sscc unit,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        int rows = Math.min(limit.rows(), MOST_EVENTS);
        List<RecordedEvent> events = units().history(unit, Optional.ofNullable(after), rows + 1);
        boolean more = events.size() > rows;
        return new Page<>(
                events.subList(0, Math.min(rows, events.size())),
                more,
                more ? Optional.of(String.valueOf(events.get(rows - 1).position())) : Optional.empty());
    }

    @POST
    @Path("movements/unit-nestings")
    @Performs("unit.nest")
    public Outcome<RecordedEvent> nest(UnitNesting unitNesting) {
        return units().nest(unitNesting);
    }

    @POST
    @Path("movements/unit-takings-out")
    @Performs("unit.take-out")
    public Outcome<RecordedEvent> takeOut(UnitTakingOut unitTakingOut) {
        return units().takeOut(unitTakingOut);
    }

    @POST
    @Path("movements/unit-unpackings")
    @Performs("unit.unpack")
    public Outcome<RecordedEvent> unpack(UnitUnpacking unitUnpacking) {
        return units().unpack(unitUnpacking);
    }

    @POST
    @Path("movements/unit-moves")
    @Performs("unit.move")
    public Outcome<RecordedEvent> move(UnitMove unitMove) {
        return units().move(unitMove);
    }

    @POST
    @Path("movements/unit-shipments")
    @Performs("unit.ship")
    public Outcome<RecordedEvent> ship(UnitShipment unitShipment) {
        return units().ship(unitShipment);
    }

    private LogisticUnits units() {
        return operations.as(Callers.of(user), LogisticUnits.class);
    }
}
