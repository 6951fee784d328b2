package org.lottrace.web.gate.internal.rest;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.UncheckedIOException;
import org.lottrace.web.gate.internal.limit.RefusedBodyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells who asks for rows when others have all of them; a service asks where it can throw nothing checked. */
public final class RefusedRowsMapper implements ExceptionMapper<UncheckedIOException> {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedRowsMapper.class);

    @Override
    public Response toResponse(UncheckedIOException thrown) {
        if (thrown.getCause() instanceof RefusedBodyException refused) {
            return new RefusedBodyMapper().toResponse(refused);
        }
        LOG.error("rest request failed", thrown);
        int status = Response.Status.INTERNAL_SERVER_ERROR.getStatusCode();
        return Response.status(status)
                .type(ProblemAnswer.TYPE)
                .entity(ProblemAnswer.text(
                        status,
                        "FAILED",
                        "LotTrace could not do this. Its log says why; look there for the correlation id."))
                .build();
    }
}
