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
import java.time.LocalDate;
import java.util.Optional;
import org.lottrace.api.cost.AccountingPeriod;
import org.lottrace.api.cost.AccountingPeriods;
import org.lottrace.api.cost.CloseCheck;
import org.lottrace.api.cost.CloseRow;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.PeriodLock;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.page.Sheet;

/** Accounting periods and their close. A period is called by its last day. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv", Sheet.TYPE})
public final class AccountingPeriodsResource {
    /** At a time. */
    private static final int MOST_PERIODS = 500;

    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public AccountingPeriodsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("periods")
    @Performs("period.list")
    public Page<AccountingPeriod> list(
            @QueryParam("after") LocalDate after, @QueryParam("limit") @DefaultValue("24") Limit limit) {
        Limit rows = limit.within(MOST_PERIODS);
        return Page.of(periods().list(Optional.ofNullable(after), rows.andOne()), rows, AccountingPeriod::to);
    }

    @GET
    @Path("periods/{to}")
    @Produces("application/json")
    @Performs("period.find")
    public Optional<AccountingPeriod> find(@PathParam("to") LocalDate to) {
        return periods().find(to);
    }

    @GET
    @Path("periods/{to}/checklist")
    @Performs(value = "period.checklist", rows = Performs.WHOLE)
    public Page<CloseCheck> checklist(
            @PathParam("to") LocalDate to,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(periods().checklist(to), limit, after);
    }

    @GET
    @Path("periods/{to}/checklist/{check}")
    @Performs("period.list-check-rows")
    public Page<CloseRow> rows(
            @PathParam("to") LocalDate to,
            @PathParam("check") CloseCheck.Kind check,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.skipping(periods().rows(to, check, after, limit.andOne()), limit, after);
    }

    @GET
    @Path("periods/{to}/late-entries")
    @Performs("period.list-late")
    public Page<JournalEntry> late(
            @PathParam("to") LocalDate to,
            @QueryParam("after") @DefaultValue("0") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(periods().late(to, after, limit.andOne()), limit, JournalEntry::number);
    }

    @GET
    @Path("periods/snapshots/{step}/lots")
    @Performs("period.list-lots")
    public Page<LotCost> lots(
            @PathParam("step") Long step,
            @QueryParam("after") LotKey after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(periods().lots(step, Optional.ofNullable(after), limit.andOne()), limit, LotCost::lot);
    }

    @GET
    @Path("periods/{to}/recomputed")
    @Produces("application/json")
    @Performs("period.recompute")
    public Recomputed recompute(@PathParam("to") LocalDate to) {
        return new Recomputed(periods().recompute(to));
    }

    /** @param hash of the figures as the journal gives them; absent when the period is not locked */
    public record Recomputed(Optional<String> hash) {}

    @POST
    @Path("periods/lock")
    @Performs("period.lock")
    public Outcome<AccountingPeriod> lock(PeriodLock request) {
        return periods().lock(Callers.of(user), request);
    }

    @POST
    @Path("periods/{to}/sign")
    @Performs("period.sign")
    public Outcome<AccountingPeriod> sign(@PathParam("to") LocalDate to, Signature signature) {
        return periods().sign(Callers.of(user), to, signature.hash());
    }

    /** @param hash of the figures that are signed */
    public record Signature(String hash) {}

    @POST
    @Path("periods/{to}/reopen")
    @Performs("period.reopen")
    public Outcome<AccountingPeriod> reopen(@PathParam("to") LocalDate to, Reopening reopening) {
        return periods().reopen(Callers.of(user), to, reopening.reason());
    }

    /** @param reason why the period is opened again */
    public record Reopening(String reason) {}

    private AccountingPeriods periods() {
        return operations.as(Callers.of(user), AccountingPeriods.class);
    }
}
