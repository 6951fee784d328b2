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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.HeldGoods;
import org.lottrace.api.quality.HoldQuestion;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.quality.Usability;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Lots that must not be used, and why. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class HoldsResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public HoldsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("lot/disposition")
    @Produces("application/json")
    @Performs("lot.disposition")
    public Optional<LotDisposition> disposition(
            @Required @QueryParam("key") LotKey key,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position) {
        return holds().dispositionOf(key, Past.asOf(position, knownAt, at));
    }

    @GET
    @Path("lots/not-sellable")
    @Performs(value = "lot.list-not-sellable", rows = Performs.WHOLE)
    public Page<LotDisposition> notSellable(
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(holds().notSellable(Past.asOf(position, knownAt, at)), limit, after, LotDisposition::lot);
    }

    @POST
    @Path("lots/dispositions")
    @Performs(value = "lot.list-dispositions", rows = Performs.WHOLE)
    public Page<LotDisposition> dispositions(Lots.Keys body) {
        return Page.beginning(holds().dispositionsOf(body.lots()), new Limit(Limit.MOST));
    }

    @POST
    @Path("holds")
    @Performs("lot.hold")
    public Outcome<RecordedEvent> hold(Held body) {
        return holds().hold(body.context(), body.lots(), body.at(), body.reason());
    }

    @POST
    @Path("holds/by-question")
    @Performs("lot.hold-by-question")
    public Outcome<RecordedEvent> holdByQuestion(Asked body) {
        return holds().holdByQuestion(body.context(), body.question(), body.reason());
    }

    /** The lots are all there are: a hold takes all of them. */
    @POST
    @Path("holds/preview")
    @Produces("application/json")
    @Performs("lot.preview-hold")
    public Outcome<List<LotKey>> preview(HoldQuestion question) {
        return holds().preview(question);
    }

    @POST
    @Path("releases")
    @Performs("lot.release")
    public Outcome<RecordedEvent> release(Released body) {
        return holds().release(body.context(), body.lots(), body.reason(), body.holds());
    }

    /** Not found when the lot, or the party, is not known. */
    @GET
    @Path("lot/usability")
    @Produces("application/json")
    @Performs("lot.is-usable")
    public Optional<Usability> usability(
            @Required @QueryParam("key") LotKey key,
            @Required @QueryParam("purpose") Purpose purpose,
            @QueryParam("party") PartyId party,
            @Required @QueryParam("date") LocalDate date,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position) {
        AsOf asOf = Past.asOf(position, knownAt, at);
        Optional<Party> known = Optional.ofNullable(party).flatMap(parties()::find);
        return party != null && known.isEmpty()
                ? Optional.empty()
                : lots().find(key).map(lot -> usability().isUsable(lot, purpose, known, date, asOf));
    }

    /** @param at the goods that are held, when it is not all there is of the lots */
    public record Held(CaptureContext context, List<LotKey> lots, Optional<HeldGoods> at, String reason) {}

    public record Asked(CaptureContext context, HoldQuestion question, String reason) {}

    /** @param holds events or reasons of the holds that end; all of them without any */
    public record Released(CaptureContext context, List<LotKey> lots, String reason, List<String> holds) {}

    private Holds holds() {
        return operations.as(Callers.of(user), Holds.class);
    }

    private LotUsability usability() {
        return operations.as(Callers.of(user), LotUsability.class);
    }

    private LotMaster lots() {
        return operations.as(Callers.of(user), LotMaster.class);
    }

    private PartnerDirectory parties() {
        return operations.as(Callers.of(user), PartnerDirectory.class);
    }
}
