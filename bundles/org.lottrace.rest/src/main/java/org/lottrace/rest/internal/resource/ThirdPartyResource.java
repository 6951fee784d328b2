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
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.thirdparty.KeptDocument;
import org.lottrace.api.thirdparty.StockComparison;
import org.lottrace.api.thirdparty.StockDocument;
import org.lottrace.api.thirdparty.StockDocumentKind;
import org.lottrace.api.thirdparty.ThirdPartyWarehouse;
import org.lottrace.api.thirdparty.ThirdPartyWarehouses;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Warehouses that others run for us, the documents between us and them, and both held against each other. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class ThirdPartyResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public ThirdPartyResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("third-party-warehouses")
    @Performs(value = "third-party.list-warehouses", rows = Performs.WHOLE)
    public Page<ThirdPartyWarehouse> all(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(warehouses().warehouses(), limit, after, ThirdPartyWarehouse::site);
    }

    @POST
    @Path("third-party-warehouses")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("third-party.save-warehouse")
    public RefusedByList save(ThirdPartyWarehouse warehouse) {
        return new RefusedByList(warehouses().save(warehouse));
    }

    @GET
    @Path("third-party-documents")
    @Performs("third-party.list-documents")
    public Page<KeptDocument> list(
            @Required @QueryParam("warehouse") SiteId warehouse,
            @Required @QueryParam("kind") StockDocumentKind kind,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                warehouses().list(warehouse, kind, Optional.ofNullable(after), limit.andOne()),
                limit,
                KeptDocument::position);
    }

    @POST
    @Path("third-party-documents")
    @Performs("third-party.record")
    public Outcome<KeptDocument> record(StockDocument document) {
        return warehouses().record(Callers.of(user), document);
    }

    @GET
    @Path("third-party-document")
    @Produces("application/json")
    @Performs("third-party.find-document")
    public Optional<KeptDocument> find(
            @Required @QueryParam("warehouse") SiteId warehouse,
            @Required @QueryParam("kind") StockDocumentKind kind,
            @Required @QueryParam("number") String number) {
        return warehouses().find(warehouse, kind, number);
    }

    @POST
    @Path("third-party-document/posting")
    @Performs("third-party.post")
    public Outcome<KeptDocument> post(DocumentToPost document) {
        return warehouses().post(Callers.of(user), document.warehouse(), document.kind(), document.number());
    }

    @GET
    @Path("third-party-reconciliations")
    @Performs("third-party.reconcile")
    public Page<StockComparison> reconcile(
            @Required @QueryParam("warehouse") SiteId warehouse,
            @Required @QueryParam("kind") StockDocumentKind kind,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                warehouses().reconcile(warehouse, kind, Optional.ofNullable(after), limit.andOne()),
                limit,
                comparison -> comparison.document().position());
    }

    @POST
    @Path("third-party-document/cancellation")
    @Performs("third-party.cancel-order")
    public Outcome<KeptDocument> cancel(OrderToCancel order) {
        return warehouses().cancel(Callers.of(user), order.warehouse(), order.number(), order.reason());
    }

    public record OrderToCancel(SiteId warehouse, String number, String reason) {}

    public record DocumentToPost(SiteId warehouse, StockDocumentKind kind, String number) {}

    private ThirdPartyWarehouses warehouses() {
        return operations.as(Callers.of(user), ThirdPartyWarehouses.class);
    }
}
