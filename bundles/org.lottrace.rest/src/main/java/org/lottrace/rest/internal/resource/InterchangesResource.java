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
import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.CheckedFile;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.InterchangeText;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.InventoryAdvices;
import org.lottrace.api.edi.QuarantinedInterchanges;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.violation.Violation;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Denied;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** EDI interchanges with partners. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class InterchangesResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public InterchangesResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("interchanges")
    @Performs("interchange.list-before")
    public Page<InterchangeRecord> before(
            @QueryParam("direction") Direction direction,
            @QueryParam("status") InterchangeStatus status,
            @QueryParam("partner") EdiAddress partner,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        InterchangeFilter filter = new InterchangeFilter(
                Optional.ofNullable(direction), Optional.ofNullable(status), Optional.ofNullable(partner));
        return Page.of(
                interchanges().before(Optional.ofNullable(after), filter, limit.andOne()),
                limit,
                InterchangeRecord::id);
    }

    @GET
    @Path("interchanges/{id}")
    @Produces("application/json")
    @Performs("interchange.find")
    public Optional<InterchangeRecord> find(@PathParam("id") long id) {
        return interchanges().find(id);
    }

    @GET
    @Path("interchanges/{id}/text")
    @Produces("application/json")
    @Performs("interchange.text")
    public Optional<InterchangeText> text(@PathParam("id") long id) {
        return interchanges().text(id);
    }

    @GET
    @Path("interchanges/newest")
    @Performs("interchange.list")
    public Page<InterchangeRecord> list(@QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.beginning(interchanges().recent(limit.andOne()), limit);
    }

    @POST
    @Path("interchanges/check")
    @Consumes("application/octet-stream")
    @Produces("application/json")
    @Performs("interchange.check")
    public Checked check(byte[] content) {
        return new Checked(Denied.unless(interchanges().check(content)));
    }

    @POST
    @Path("interchanges/examine")
    @Consumes("application/octet-stream")
    @Produces("application/json")
    @Performs("interchange.examine")
    public CheckedFile examine(byte[] content) {
        return interchanges().examine(content);
    }

    @POST
    @Path("interchanges/preview")
    @Consumes("application/octet-stream")
    @Produces("application/json")
    @Performs("interchange.preview")
    public FilePreview preview(byte[] content) {
        return interchanges().preview(content);
    }

    @POST
    @Path("interchanges/{id}/release")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("interchange.release")
    public RefusedByList release(@PathParam("id") long id) {
        return new RefusedByList(
                operations.as(Callers.of(user), QuarantinedInterchanges.class).release(id));
    }

    @POST
    @Path("inventory-advices")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("inventory-advice.send")
    public RefusedByList send(InventoryAdvice advice) {
        return new RefusedByList(operations
                .as(Callers.of(user), InventoryAdvices.class)
                .send(advice.site(), advice.partner(), advice.number()));
    }

    public record InventoryAdvice(SiteId site, PartyId partner, String number) {}

    public record Checked(List<Violation> problems) {}

    private Interchanges interchanges() {
        return operations.as(Callers.of(user), Interchanges.class);
    }
}
