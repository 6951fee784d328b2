package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.ScanAnswer;
import org.lottrace.api.movement.ScanClosing;
import org.lottrace.api.movement.ScanSession;
import org.lottrace.api.movement.ScanSessions;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;

/** Scans of a device: what they are, what comes next, and the event that they become. */
@Path("v1")
@Consumes("application/json")
@Produces("application/json")
public final class ScanSessionsResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public ScanSessionsResource(Operations operations) {
        this.operations = operations;
    }

    @POST
    @Path("scan-sessions/answers")
    @Performs("scan-session.answer")
    public ScanAnswer answer(ScanSession scanSession) {
        return sessions().answer(scanSession);
    }

    @POST
    @Path("scan-sessions")
    @Performs("scan-session.close")
    public Outcome<RecordedEvent> close(ScanClosing scanClosing) {
        return sessions().close(scanClosing);
    }

    private ScanSessions sessions() {
        return operations.as(Callers.of(user), ScanSessions.class);
    }
}
