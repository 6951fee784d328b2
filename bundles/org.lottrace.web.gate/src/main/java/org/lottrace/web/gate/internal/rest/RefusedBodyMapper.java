package org.lottrace.web.gate.internal.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.lottrace.web.gate.internal.limit.RefusedBodyException;

/** Tells who sends too much, too slowly or too often, whichever service was reading it. */
public final class RefusedBodyMapper implements ExceptionMapper<RefusedBodyException> {
    @Override
    public Response toResponse(RefusedBodyException refused) {
        Response.ResponseBuilder response = Response.status(refused.status())
                .type(ProblemAnswer.TYPE)
                .entity(ProblemAnswer.text(refused.status(), refused.code(), refused.getMessage()));
        refused.retryAfter().ifPresent(seconds -> response.header("Retry-After", seconds));
        return response.build();
    }
}
