package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventFilter;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.NewestEvents;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.VerifiedChain;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** The ledger: everything that was recorded, and whether it is unchanged. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Events {
    private static final int MOST_EVENTS = 500;

    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Events(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("events")
    @Performs("event.list-after")
    public Page<RecordedEvent> after(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(ledger().after(after, limit.andOne()), limit, RecordedEvent::position);
    }

    @GET
    @Path("events/newest")
    @Performs("event.list-newest")
    public Page<RecordedEvent> newest(
            @QueryParam("type") EventType type,
            @QueryParam("site") SiteId site,
            @QueryParam("lot") LotKey lot,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        EventFilter filter =
                new EventFilter(Optional.ofNullable(type), Optional.ofNullable(site), Optional.ofNullable(lot));
        NewestEvents found = ledger().newest(filter, Optional.ofNullable(after), Math.min(limit.rows(), MOST_EVENTS));
        return new Page<>(
                found.events(), found.before().isPresent(), found.before().map(String::valueOf));
    }

    @GET
    @Path("event")
    @Produces("application/json")
    @Performs("event.find")
    public Optional<RecordedEvent> find(@Required @QueryParam("id") EventId id) {
        return ledger().find(id);
    }

    @GET
    @Path("events/of-document")
    @Performs(value = "event.list-by-document", rows = Performs.WHOLE)
    public Page<RecordedEvent> ofDocument(
            @Required @QueryParam("document") DocumentReference document,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(ledger().byDocument(document), limit, after);
    }

    @GET
    @Path("ledger/head")
    @Produces("application/json")
    @Performs("ledger.head")
    public Head head() {
        return new Head(ledger().head());
    }

    @GET
    @Path("ledger/verified")
    @Produces("application/json")
    @Performs("ledger.verified")
    public VerifiedChain verified() {
        return ledger().verified();
    }

    @GET
    @Path("ledger/verification")
    @Produces("application/json")
    @Performs("ledger.verify")
    public Verification verify() {
        return new Verification(ledger().firstBrokenPosition());
    }

    @GET
    @Path("ledger/verification/after/{position}")
    @Produces("application/json")
    @Performs("ledger.verify-after")
    public Verification verifyAfter(@PathParam("position") long position) {
        return new Verification(ledger().firstBrokenPositionAfter(position));
    }

    @GET
    @Path("ledger/verification/on")
    @Produces("application/json")
    @Performs("ledger.verify-on")
    public VerifiedChain verifyOn(@QueryParam("position") List<Long> positions) {
        return ledger().verifyOn(positions);
    }

    /** @param position of the newest event; 0 when there is none */
    public record Head(long position) {}

    /** @param broken the first position that does not fit; absent when the chain is whole */
    public record Verification(Optional<Long> broken) {}

    private Ledger ledger() {
        return operations.as(Callers.of(user), Ledger.class);
    }
}
