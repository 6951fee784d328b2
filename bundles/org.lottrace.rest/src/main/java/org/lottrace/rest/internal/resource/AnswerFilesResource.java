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
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.answer.AnswerFiles;
import org.lottrace.api.recall.answer.SetAsideAnswer;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Answers of consignees that come as files. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class AnswerFilesResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public AnswerFilesResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("recall-answer-files/set-aside")
    @Performs(value = "recall-case.list-answer-files-set-aside", rows = Performs.WHOLE)
    public Page<SetAsideAnswer> setAside(
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(files().setAside(), limit, after);
    }

    @POST
    @Path("recall-answer-files")
    @Consumes("application/octet-stream")
    @Produces("application/json")
    @Performs("recall-case.take-answer-file")
    public Outcome<RecallCase> take(byte[] content) {
        return files().take(Callers.of(user), content);
    }

    private AnswerFiles files() {
        return operations.as(Callers.of(user), AnswerFiles.class);
    }
}
