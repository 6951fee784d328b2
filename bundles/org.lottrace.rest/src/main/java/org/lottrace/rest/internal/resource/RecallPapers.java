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
import org.lottrace.api.cost.RecallCostDraft;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.notice.NoticeState;
import org.lottrace.api.recall.notice.RecallNotice;
import org.lottrace.api.recall.report.Consignee;
import org.lottrace.api.recall.report.RecallCasePrint;
import org.lottrace.api.recall.report.RecallMoney;
import org.lottrace.api.recall.report.RecallReports;
import org.lottrace.api.recall.report.Reconciliation;
import org.lottrace.api.recall.report.StatusReport;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** What can be read and printed of a recall case. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class RecallPapers {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public RecallPapers(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("recall-cases/{id}/consignees")
    @Performs(value = "recall-case.list-consignees", rows = Performs.WHOLE)
    public Optional<Page<Consignee>> consignees(
            @PathParam("id") RecallCaseId id,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return reports().consignees(id).map(all -> Page.counted(all, limit, after));
    }

    @GET
    @Path("recall-cases/{id}/notices")
    @Performs(value = "recall-case.list-notices", rows = Performs.WHOLE)
    public Optional<Page<NoticeState>> notices(
            @PathParam("id") RecallCaseId id,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return reports().notices(id).map(all -> Page.counted(all, limit, after));
    }

    @GET
    @Path("recall-cases/{id}/unreached")
    @Performs(value = "recall-case.list-unreached", rows = Performs.WHOLE)
    public Optional<Page<PartyId>> unreached(
            @PathParam("id") RecallCaseId id,
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return reports().unreached(id).map(all -> Page.counted(all, limit, after));
    }

    @GET
    @Path("recall-cases/{id}/notice")
    @Produces("application/json")
    @Performs("recall-case.show-notice")
    public Optional<RecallNotice> notice(@PathParam("id") RecallCaseId id, @Required @QueryParam("key") String key) {
        return reports().notice(id, key);
    }

    @GET
    @Path("recall-cases/{id}/reconciliation")
    @Produces("application/json")
    @Performs(value = "recall-case.reconciliation", rows = Performs.WHOLE)
    public Optional<Reconciliation> reconciliation(@PathParam("id") RecallCaseId id) {
        return reports().reconciliation(id);
    }

    @GET
    @Path("recall-cases/{id}/status-report")
    @Produces("application/json")
    @Performs(value = "recall-case.status-report", rows = Performs.WHOLE)
    public Optional<StatusReport> status(@PathParam("id") RecallCaseId id) {
        return reports().status(id);
    }

    @GET
    @Path("recall-cases/{id}/draft-entries")
    @Produces("application/json")
    @Performs(value = "recall-case.draft-entries", rows = Performs.WHOLE)
    public Optional<RecallCostDraft> draftEntries(@PathParam("id") RecallCaseId id) {
        return money().draft(id);
    }

    /** Not found when the criteria affect no lot. */
    @POST
    @Path("recall-cases/estimated-entries")
    @Produces("application/json")
    @Performs(value = "recall-case.estimate-entries", rows = Performs.WHOLE)
    public Optional<RecallCostDraft> estimate(Estimate body) {
        return money().estimate(body.criteria(), body.day());
    }

    public record Estimate(ScopeCriteria criteria, LocalDate day) {}

    @GET
    @Path("recall-cases/{id}/export")
    @Produces("application/json")
    @Performs(value = "recall-case.export", rows = Performs.WHOLE)
    public Optional<String> export(@PathParam("id") RecallCaseId id) {
        return reports().export(id);
    }

    @GET
    @Path("recall-cases/{id}/print")
    @Produces("application/pdf")
    @Performs(value = "recall-case.print", rows = Performs.WHOLE)
    public Optional<byte[]> print(@PathParam("id") RecallCaseId id) {
        return print().pdf(id);
    }

    private RecallReports reports() {
        return operations.as(Callers.of(user), RecallReports.class);
    }

    private RecallMoney money() {
        return operations.as(Callers.of(user), RecallMoney.class);
    }

    private RecallCasePrint print() {
        return operations.as(Callers.of(user), RecallCasePrint.class);
    }
}
