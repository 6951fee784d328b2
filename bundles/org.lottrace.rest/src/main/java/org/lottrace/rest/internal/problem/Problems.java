package org.lottrace.rest.internal.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lottrace.api.cost.CostingBehindException;
import org.lottrace.api.cost.CostingStoppedException;
import org.lottrace.api.id.InvalidIdentifierException;
import org.lottrace.api.operation.RefusedException;
import org.lottrace.api.operation.ServiceMissingException;
import org.lottrace.api.operation.UnknownCursorException;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.rest.internal.json.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that decides what a caller learns of what was thrown. What is wrong with the request is told completely; what is wrong
 * with us is logged once, and told as a reference to the log.
 */
public final class Problems implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int BAD_REQUEST = 400;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;

    /** Seconds. */
    private static final String SOON = "5";

    private static final Map<Integer, String> OF_HTTP = Map.of(
            400, "The request cannot be read.",
            404, "There is nothing at this path; /lottrace/api/openapi.json lists what there is.",
            405, "This path knows other methods; the header Allow lists them.",
            406,
                    "This answer has no such form: ask for application/json, of lists also for text/csv, of those of"
                            + " accounting for a workbook (XLSX), too.",
            415, "A request is sent as application/json, a file as application/octet-stream.");

    private final Verbs verbs;

    @Context
    private UriInfo uri;

    public Problems(Verbs verbs) {
        this.verbs = verbs;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof RefusedRequestException refused) {
            int status = refused.getResponse().getStatus();
            return response(Problem.of(
                            status,
                            "The request is not valid; nothing was done. Problems: "
                                    + refused.faults().size(),
                            refused.faults()))
                    .build();
        }
        if (thrown instanceof WebApplicationException http && http.getResponse().getStatus() < SERVER_ERROR) {
            return ofHttp(http);
        }
        if (thrown instanceof UnknownCursorException unknown) {
            return response(Problem.of(
                            BAD_REQUEST,
                            "The request is not valid; nothing was done. Problems: 1",
                            List.of(new Fault("CURSOR_UNKNOWN", "?after", unknown.getMessage()))))
                    .build();
        }
        Optional<Fault> ofQuestion = question(thrown);
        if (ofQuestion.isPresent()) {
            return response(Problem.of(
                            BAD_REQUEST,
                            "The request is not valid; nothing was done. Problems: 1",
                            List.of(ofQuestion.get())))
                    .build();
        }
        if (thrown instanceof RefusedException without) {
            return response(Problem.refused(List.of(Fault.of(without.violation())), Set.of()))
                    .build();
        }
        if (thrown instanceof ServiceMissingException
                || thrown instanceof StoreUnavailableException
                || thrown instanceof StaleWriteException
                || thrown instanceof CostingBehindException) {
            LOG.warn("rest request not possible now reason={}", thrown.getMessage());
            return response(Problem.of(UNAVAILABLE, later(thrown), List.of()))
                    .header("Retry-After", SOON)
                    .build();
        }
        if (thrown instanceof CostingStoppedException stopped) {
            LOG.warn("rest request not possible reason={}", stopped.getMessage());
            return response(Problem.of(UNAVAILABLE, stopped.getMessage(), List.of()))
                    .build();
        }
        if (thrown instanceof EOFException || thrown.getCause() instanceof IOException) {
            LOG.info("rest answer not sent: who asked for it went reason={}", thrown.getMessage());
        } else {
            LOG.error("rest request failed", thrown);
        }
        return response(Problem.of(
                        SERVER_ERROR,
                        "LotTrace could not do this. Its log says why; look there for the correlation id, then send the request"
                                + " again.",
                        List.of()))
                .build();
    }

    /** @return what is wrong with the request itself; what cannot be read and was not in it is ours */
    private Optional<Fault> question(Throwable thrown) {
        if (thrown instanceof WrongQuestionException wrong) {
            return Optional.of(new Fault("QUESTION_WRONG", "", wrong.getMessage()));
        }
        if (thrown instanceof InvalidIdentifierException unreadable) {
            return Stream.of(uri.getQueryParameters(), uri.getPathParameters())
                    .flatMap(parameters -> parameters.entrySet().stream())
                    .filter(parameter -> parameter.getValue().contains(unreadable.text()))
                    .findFirst()
                    .map(parameter -> new Fault("VALUE_WRONG", "?" + parameter.getKey(), unreadable.getMessage()));
        }
        return Optional.empty();
    }

    /** What other exceptions say is for our log. */
    private static String later(Throwable thrown) {
        if (thrown instanceof ServiceMissingException || thrown instanceof CostingBehindException) {
            return thrown.getMessage();
        }
        return thrown instanceof StaleWriteException
                ? "Somebody else wrote the same at the same time. Send the request again."
                : "The database does not answer. Send the request again; an event id keeps it from being done twice.";
    }

    private Response ofHttp(WebApplicationException http) {
        Response given = http.getResponse();
        Response.ResponseBuilder response = response(Problem.of(
                given.getStatus(), OF_HTTP.getOrDefault(given.getStatus(), "The request is not taken."), List.of()));
        if (given.getStatus() == Response.Status.METHOD_NOT_ALLOWED.getStatusCode()) {
            response.header("Allow", verbs.at(uri.getPath(false).replaceFirst("^/", "")));
        }
        return response.build();
    }

    private static Response.ResponseBuilder response(Problem problem) {
        return Response.status(problem.status()).type(Problem.TYPE).entity(Answer.of(problem));
    }
}
