package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.movement.NoticeReconciliations;
import org.lottrace.api.movement.ReconciledNotice;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Ship notices held against what was received of them. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class NoticeReconciliationsResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public NoticeReconciliationsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("notice-reconciliations")
    @Performs("notice-reconciliation.list")
    public Page<ReconciledNotice> ofSupplier(
            @Required @QueryParam("supplier") PartyId supplier,
            @QueryParam("after") ShipNoticeId after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(
                reconciliations().ofSupplier(supplier, Optional.ofNullable(after), limit.andOne()),
                limit,
                ReconciledNotice::notice);
    }

    @GET
    @Path("notice-reconciliation")
    @Produces("application/json")
    @Performs("notice-reconciliation.find")
    public Optional<ReconciledNotice> find(@Required @QueryParam("notice") ShipNoticeId notice) {
        return reconciliations().find(notice);
    }

    private NoticeReconciliations reconciliations() {
        return operations.as(Callers.of(user), NoticeReconciliations.class);
    }
}
