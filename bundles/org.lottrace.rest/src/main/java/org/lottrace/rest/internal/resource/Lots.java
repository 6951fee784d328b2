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
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotNumbering;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.NumberingStandard;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.movement.LotCorrection;
import org.lottrace.api.movement.LotCorrections;
import org.lottrace.api.movement.ShelfLifeBeginning;
import org.lottrace.api.movement.ShelfLives;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Lots. One lot is asked for by its key as a parameter, because a lot number may have slashes and blanks. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Lots {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Lots(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("lots")
    @Performs("lot.list-of-item")
    public Page<Lot> ofItem(
            @Required @QueryParam("item") ItemNumber item,
            @QueryParam("after") LotKey after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(lots().ofItem(item, Optional.ofNullable(after), limit.andOne()), limit, Lot::key);
    }

    @GET
    @Path("lots/by-reference")
    @Performs("lot.find-by-reference")
    public Page<Lot> byReference(
            @Required @QueryParam("reference") LotReference reference,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(lots().find(reference), limit, after);
    }

    @POST
    @Path("lots/find-all")
    @Performs(value = "lot.find-all", rows = Performs.WHOLE)
    public Page<Lot> findAll(Keys body) {
        return Page.beginning(lots().findAll(body.lots()), new Limit(Limit.MOST));
    }

    @POST
    @Path("lots/find-by-references")
    @Performs(value = "lot.find-by-references", rows = Performs.WHOLE)
    public Page<Fitting> findByReferences(References body) {
        Map<LotReference, List<Lot>> found = lots().find(body.references());
        List<Fitting> all = body.references().stream()
                .distinct()
                .map(reference -> new Fitting(reference, found.getOrDefault(reference, List.of())))
                .toList();
        return Page.beginning(all, new Limit(Limit.MOST));
    }

    /** @param references at most as many as a list has rows */
    public record References(List<LotReference> references) {
        public References {
            if (references.size() > Limit.MOST) {
                throw new IllegalArgumentException("lots are looked up " + Limit.MOST + " at a time at most");
            }
        }
    }

    /** @param lots that it fits, by key */
    public record Fitting(LotReference reference, List<Lot> lots) {}

    /** @param lots at most as many as a list has rows */
    public record Keys(List<LotKey> lots) {
        public Keys {
            if (lots.size() > Limit.MOST) {
                throw new IllegalArgumentException("lots are looked up " + Limit.MOST + " at a time at most");
            }
        }
    }

    @GET
    @Path("lot")
    @Produces("application/json")
    @Performs("lot.find")
    public Optional<Lot> find(@Required @QueryParam("key") LotKey key) {
        return lots().find(key);
    }

    @GET
    @Path("lot/as-known")
    @Produces("application/json")
    @Performs("lot.find-as-known")
    public Optional<Lot> asKnown(
            @Required @QueryParam("key") LotKey key,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position) {
        return corrections().find(key, Past.asOf(position, knownAt, at));
    }

    @GET
    @Path("lot/history")
    @Performs(value = "lot.history", rows = Performs.WHOLE)
    public Page<RecordedEvent> history(
            @Required @QueryParam("key") LotKey key,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(corrections().history(key), limit, after);
    }

    @GET
    @Path("lot/attributes")
    @Performs(value = "lot.attributes", rows = Performs.WHOLE)
    public Page<KeyDatum> attributes(
            @Required @QueryParam("key") LotKey key,
            @QueryParam("at") Instant at,
            @QueryParam("known-at") Instant knownAt,
            @QueryParam("position") Long position) {
        return Page.beginning(
                corrections()
                        .attributes(List.of(key), Past.asOf(position, knownAt, at))
                        .getOrDefault(key, List.of()),
                new Limit(Limit.MOST));
    }

    @POST
    @Path("lot/corrections")
    @Performs("lot.correct")
    public Outcome<RecordedEvent> correct(LotCorrection correction) {
        return corrections().correct(correction);
    }

    @POST
    @Path("lot/shelf-life-beginnings")
    @Performs("lot.begin-shelf-life")
    public Outcome<RecordedEvent> beginShelfLife(ShelfLifeBeginning beginning) {
        return operations.as(Callers.of(user), ShelfLives.class).begin(beginning);
    }

    @GET
    @Path("lot-numbers/decoded")
    @Produces("application/json")
    @Performs("lot-number.decode")
    public Map<String, String> decode(
            @Required @QueryParam("template") String template, @Required @QueryParam("number") LotNumber number) {
        return numbering().decode(template, number);
    }

    @GET
    @Path("lot-numbers/standard")
    @Produces("application/json")
    @Performs("lot-number.standard")
    public Optional<NumberingStandard> standard(
            @Required @QueryParam("site") SiteId site, @Required @QueryParam("day") LocalDate day) {
        return operations.as(Callers.of(user), SiteDirectory.class).find(site).map(known -> numbering()
                .standard(known, day));
    }

    private LotMaster lots() {
        return operations.as(Callers.of(user), LotMaster.class);
    }

    private LotCorrections corrections() {
        return operations.as(Callers.of(user), LotCorrections.class);
    }

    private LotNumbering numbering() {
        return operations.as(Callers.of(user), LotNumbering.class);
    }
}
