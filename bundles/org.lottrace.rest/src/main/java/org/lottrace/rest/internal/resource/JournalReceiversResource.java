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
import org.lottrace.api.handover.JournalDelivery;
import org.lottrace.api.handover.JournalReceiver;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.page.Sheet;

/** The journal entry by entry, for those who say what they have taken. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv", Sheet.TYPE})
public final class JournalReceiversResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public JournalReceiversResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("accounting/receivers")
    @Performs("journal.list-receivers")
    public Page<JournalReceiver> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(receivers().list(Optional.ofNullable(after), limit.andOne()), limit, JournalReceiver::name);
    }

    @GET
    @Path("accounting/rejections")
    @Performs("journal.list-rejections")
    public Page<JournalRejection> rejections(
            @Required @QueryParam("receiver") String receiver,
            @QueryParam("after") @DefaultValue("0") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(receivers().rejections(receiver, after, limit.andOne()), limit, JournalRejection::number);
    }

    @POST
    @Path("accounting/receivers/take")
    @Produces("application/json")
    @Performs(value = "journal.take", rows = Performs.WHOLE)
    public Outcome<JournalDelivery> take(Taking body) {
        return receivers().take(Callers.of(user), body.receiver(), body.most());
    }

    @POST
    @Path("accounting/receivers/acknowledge")
    @Produces("application/json")
    @Performs(
            value = "journal.acknowledge",
            notFound = {JournalReceivers.RECEIVER_UNKNOWN})
    public Outcome<JournalReceiver> acknowledge(Acknowledgement body) {
        return receivers().acknowledge(Callers.of(user), body.receiver(), body.entry());
    }

    @POST
    @Path("accounting/receivers/reject")
    @Produces("application/json")
    @Performs(
            value = "journal.reject",
            notFound = {JournalReceivers.RECEIVER_UNKNOWN})
    public Outcome<JournalRejection> reject(EntryRejection body) {
        return receivers().reject(Callers.of(user), body.receiver(), body.entry(), body.reason());
    }

    @POST
    @Path("accounting/receivers/resend")
    @Produces("application/json")
    @Performs(
            value = "journal.resend",
            notFound = {JournalReceivers.RECEIVER_UNKNOWN})
    public Outcome<JournalReceiver> resend(Resending body) {
        return receivers().resend(Callers.of(user), body.receiver(), body.from());
    }

    /**
     * @param receiver such as ERP
     * @param most so many entries at most, 1 to 1000
     */
    public record Taking(String receiver, int most) {}

    /**
     * @param receiver such as ERP
     * @param entry the receiver has all entries up to this number
     */
    public record Acknowledgement(String receiver, long entry) {}

    /**
     * @param receiver such as ERP
     * @param entry number of the entry that it does not take
     * @param reason why
     */
    public record EntryRejection(String receiver, long entry, String reason) {}

    /**
     * @param receiver such as ERP
     * @param from number of the first entry that is sent once more
     */
    public record Resending(String receiver, long from) {}

    private JournalReceivers receivers() {
        return operations.as(Callers.of(user), JournalReceivers.class);
    }
}
