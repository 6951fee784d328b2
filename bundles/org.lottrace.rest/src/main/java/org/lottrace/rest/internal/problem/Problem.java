package org.lottrace.rest.internal.problem;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.operation.Operations;
import org.slf4j.MDC;

/**
 * What a caller is told when there is no answer.
 *
 * <p>Source: RFC 9457; {@code type} is left out, which means {@code about:blank}.
 *
 * @param title the same for every problem with this status
 * @param status of HTTP
 * @param detail for people
 * @param correlationId by which our log names the request
 * @param violations every problem, a hundred at most
 */
public record Problem(String title, int status, String detail, String correlationId, List<Fault> violations) {
    public static final String TYPE = "application/problem+json";

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final int MOST_TOLD = 100;

    /** Something else is there already, or was done meanwhile. */
    private static final Set<String> CONFLICTS =
            Set.of("EVENT_ID_REUSED", "CASE_CLOSED", "ALREADY_RECALLED", "GTIN_IN_USE", "EDI_ADDRESS_IN_USE");

    public static Problem of(int status, String detail, List<Fault> violations) {
        String title = Optional.ofNullable(Response.Status.fromStatusCode(status))
                .map(Response.Status::getReasonPhrase)
                .orElse(status == UNPROCESSABLE ? "Refused" : "Problem");
        String id = Optional.ofNullable(MDC.get("correlationId")).orElse("");
        return new Problem(
                title, status, detail, id, violations.stream().limit(MOST_TOLD).toList());
    }

    /**
     * What a service refused.
     *
     * @param notFound codes that say of this operation that what its URL names is not there
     */
    public static Problem refused(List<Fault> violations, Set<String> notFound) {
        List<String> codes = violations.stream().map(Fault::code).toList();
        int status = codes.contains(Operations.ROLE_MISSING)
                ? FORBIDDEN
                : notFound.containsAll(codes)
                        ? NOT_FOUND
                        : codes.stream().anyMatch(CONFLICTS::contains) ? CONFLICT : UNPROCESSABLE;
        return of(status, "The request is refused; nothing was done. Problems: " + violations.size(), violations);
    }

    public static Problem notFound() {
        return of(NOT_FOUND, "There is nothing of that name.", List.of());
    }
}
