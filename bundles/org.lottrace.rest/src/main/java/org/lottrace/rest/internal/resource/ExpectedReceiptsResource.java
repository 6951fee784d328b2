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
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.movement.ExpectedReceipts;
import org.lottrace.api.movement.LotCapture;
import org.lottrace.api.movement.NoticeClosing;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.partner.ShipNotice;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** What suppliers have announced, and what of it is still to come. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class ExpectedReceiptsResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public ExpectedReceiptsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("expected-receipts")
    @Performs("expected-receipt.list-open")
    public Page<ExpectedReceipt> open(
            @QueryParam("after") ShipNoticeId after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(receipts().open(Optional.ofNullable(after), limit.andOne()), limit, receipt -> receipt.notice()
                .id());
    }

    @GET
    @Path("expected-receipt")
    @Produces("application/json")
    @Performs("expected-receipt.find")
    public Optional<ExpectedReceipt> find(@Required @QueryParam("notice") ShipNoticeId notice) {
        return receipts().find(notice);
    }

    @POST
    @Path("expected-receipts")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("expected-receipt.expect")
    public RefusedByList expect(ShipNotice notice, @QueryParam("lots") @DefaultValue("ANNOUNCED") LotCapture lots) {
        return new RefusedByList(receipts().expect(notice, lots));
    }

    @POST
    @Path("expected-receipts/replacements")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("expected-receipt.replace")
    public RefusedByList replace(ShipNotice notice, @QueryParam("lots") @DefaultValue("ANNOUNCED") LotCapture lots) {
        return new RefusedByList(receipts().replace(notice, lots));
    }

    @POST
    @Path("expected-receipts/cancellations")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("expected-receipt.cancel")
    public RefusedByList cancel(@Required @QueryParam("notice") ShipNoticeId notice) {
        return new RefusedByList(receipts().cancel(notice));
    }

    @POST
    @Path("expected-receipts/closings")
    @Produces("application/json")
    @Performs("expected-receipt.close")
    public Outcome<RecordedEvent> close(NoticeClosing closing) {
        return receipts().close(closing);
    }

    private ExpectedReceipts receipts() {
        return operations.as(Callers.of(user), ExpectedReceipts.class);
    }
}
