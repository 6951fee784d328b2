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
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.ConsigneeAnswer;
import org.lottrace.api.recall.EffectivenessCheck;
import org.lottrace.api.recall.NoteTopic;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallCaseId;
import org.lottrace.api.recall.RecallCases;
import org.lottrace.api.recall.RecallDisposal;
import org.lottrace.api.recall.RecallMode;
import org.lottrace.api.recall.RecallOpening;
import org.lottrace.api.recall.RecallPreview;
import org.lottrace.api.recall.RecallUnderway;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Recalls from the decision to the end. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class RecallCasesResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public RecallCasesResource(Operations operations) {
        this.operations = operations;
    }

    private static final String CASE_UNKNOWN = "CASE_UNKNOWN";

    @GET
    @Path("recall-cases")
    @Performs(value = "recall-case.list", rows = Performs.WHOLE)
    public Page<RecallCase> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(cases().all(), limit, after, RecallCase::id);
    }

    @GET
    @Path("recall-cases/newest")
    @Performs("recall-case.list-newest")
    public Page<RecallCase> newest(
            @QueryParam("closed") @DefaultValue("false") boolean closed,
            @QueryParam("after") RecallCaseId after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(cases().newest(closed, Optional.ofNullable(after), limit.andOne()), limit, RecallCase::id);
    }

    @GET
    @Path("recall-cases/underway")
    @Performs(value = "recall-case.list-underway", rows = Performs.WHOLE)
    public Page<RecallUnderway> underway(
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(cases().underway(), limit, after);
    }

    @POST
    @Path("recall-cases/preview")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs(value = "recall-case.preview", rows = Performs.WHOLE)
    public Outcome<RecallPreview> preview(Preview body) {
        return cases().preview(body.mode(), body.criteria());
    }

    public record Preview(RecallMode mode, ScopeCriteria criteria) {}

    @GET
    @Path("recall-cases/{id}")
    @Produces("application/json")
    @Performs("recall-case.find")
    public Optional<RecallCase> find(@PathParam("id") RecallCaseId id) {
        return cases().find(id);
    }

    @POST
    @Path("recall-cases")
    @Performs("recall-case.open")
    public Outcome<RecallCase> open(Opening body) {
        return cases().open(Callers.of(user), body.context(), body.opening(), body.criteria());
    }

    @POST
    @Path("recall-cases/{id}/expansions")
    @Performs(value = "recall-case.expand", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> expand(@PathParam("id") RecallCaseId id, Expansion body) {
        return cases().expand(Callers.of(user), body.context(), id, body.more(), body.reason());
    }

    @POST
    @Path("recall-cases/{id}/exclusions")
    @Performs(value = "recall-case.exclude", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> exclude(@PathParam("id") RecallCaseId id, Exclusion body) {
        return cases().exclude(Callers.of(user), body.context(), id, body.lots(), body.reason());
    }

    @POST
    @Path("recall-cases/{id}/notices")
    @Performs(value = "recall-case.notify-consignees", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> notifyConsignees(@PathParam("id") RecallCaseId id) {
        return cases().notifyConsignees(Callers.of(user), id);
    }

    @POST
    @Path("recall-cases/{id}/notified")
    @Performs(value = "recall-case.record-notified", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> notified(@PathParam("id") RecallCaseId id, Told body) {
        return cases().notified(Callers.of(user), id, body.party(), body.method(), body.detail());
    }

    @POST
    @Path("recall-cases/{id}/answers")
    @Performs(value = "recall-case.record-answer", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> answer(@PathParam("id") RecallCaseId id, ConsigneeAnswer answer) {
        return cases().answer(Callers.of(user), id, answer);
    }

    @POST
    @Path("recall-cases/{id}/sample")
    @Performs(value = "recall-case.draw-sample", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> drawSample(@PathParam("id") RecallCaseId id, Draw body) {
        return cases().drawSample(Callers.of(user), id, body.seed(), body.reason());
    }

    @POST
    @Path("recall-cases/{id}/checks")
    @Performs(value = "recall-case.record-check", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> check(@PathParam("id") RecallCaseId id, EffectivenessCheck check) {
        return cases().check(Callers.of(user), id, check);
    }

    @POST
    @Path("recall-cases/{id}/disposals")
    @Performs(value = "recall-case.record-disposal", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> dispose(@PathParam("id") RecallCaseId id, RecallDisposal disposal) {
        return cases().dispose(Callers.of(user), id, disposal);
    }

    @POST
    @Path("recall-cases/{id}/notes")
    @Performs(value = "recall-case.note", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> note(@PathParam("id") RecallCaseId id, Note body) {
        return cases().note(Callers.of(user), id, body.topic(), body.reference(), body.text());
    }

    @POST
    @Path("recall-cases/{id}/reports")
    @Performs(value = "recall-case.record-report", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> reported(@PathParam("id") RecallCaseId id, Reported body) {
        return cases().reported(Callers.of(user), id, body.estimatedCompletion());
    }

    @POST
    @Path("recall-cases/{id}/signatures")
    @Performs(value = "recall-case.sign", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> sign(@PathParam("id") RecallCaseId id, Signature body) {
        return cases().sign(Callers.of(user), id, body.reason());
    }

    @POST
    @Path("recall-cases/{id}/closing")
    @Performs(value = "recall-case.close", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> close(@PathParam("id") RecallCaseId id, Closing body) {
        return cases().close(Callers.of(user), id, body.summary());
    }

    @POST
    @Path("recall-cases/{id}/cancellation")
    @Performs(value = "recall-case.cancel", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> cancel(@PathParam("id") RecallCaseId id, Cancellation body) {
        return cases().cancel(Callers.of(user), body.context(), id, body.reason());
    }

    @POST
    @Path("recall-cases/{id}/strikes")
    @Performs(value = "recall-case.strike", notFound = CASE_UNKNOWN)
    public Outcome<RecallCase> strike(@PathParam("id") RecallCaseId id, Strike body) {
        return cases().strike(Callers.of(user), id, body.step(), body.reason());
    }

    public record Opening(CaptureContext context, RecallOpening opening, ScopeCriteria criteria) {}

    public record Expansion(CaptureContext context, ScopeCriteria more, String reason) {}

    public record Exclusion(CaptureContext context, List<LotKey> lots, String reason) {}

    public record Cancellation(CaptureContext context, String reason) {}

    public record Strike(int step, String reason) {}

    public record Told(PartyId party, String method, String detail) {}

    public record Draw(long seed, String reason) {}

    public record Note(NoteTopic topic, String reference, String text) {}

    public record Reported(LocalDate estimatedCompletion) {}

    public record Signature(String reason) {}

    public record Closing(String summary) {}

    private RecallCases cases() {
        return operations.as(Callers.of(user), RecallCases.class);
    }
}
