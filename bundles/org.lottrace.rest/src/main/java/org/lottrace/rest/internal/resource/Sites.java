package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.master.MasterReference;
import org.lottrace.api.master.Masters;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.OpenOnes;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.call.Replacement;
import org.lottrace.rest.internal.call.Tagged;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Own sites with their storage locations. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Sites {
    private final Operations operations;
    private final RecordLocks locks;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Sites(Operations operations, RecordLocks locks) {
        this.operations = operations;
        this.locks = locks;
    }

    @GET
    @Path("sites")
    @Performs(value = "site.list", rows = Performs.WHOLE)
    public Page<Site> list(
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit,
            @QueryParam("closed") @DefaultValue("false") boolean closed) {
        return Page.of(
                OpenOnes.of(
                        sites().all(),
                        closed,
                        MasterKind.SITE,
                        site -> MasterReference.of(site.id()),
                        operations.as(Callers.of(user), Masters.class)),
                limit,
                after,
                Site::id);
    }

    @GET
    @Path("sites/{id}")
    @Produces("application/json")
    @Tagged
    @Performs("site.find")
    public Optional<Site> find(@PathParam("id") SiteId id) {
        return sites().find(id);
    }

    @POST
    @Path("sites")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("site.save")
    public RefusedByList save(SitesToSave body) {
        return new RefusedByList(sites().save(body.sites()));
    }

    @PUT
    @Path("sites/{id}")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs(value = "site.save", isVariant = true)
    public RefusedByList put(@PathParam("id") SiteId id, Site site, @Context HttpHeaders headers) {
        return Replacement.of(Site.class, headers, KeptRecord.SITE, id, site.id())
                .when(() -> sites().find(id))
                .save(locks, () -> sites().save(List.of(site)));
    }

    public record SitesToSave(List<Site> sites) {}

    private SiteDirectory sites() {
        return operations.as(Callers.of(user), SiteDirectory.class);
    }
}
