package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.audit.AuditEntry;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Who logged in, who was refused, whose rights changed. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Audits {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Audits(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("audit")
    @Performs("audit.list")
    public Page<AuditEntry> list(
            @QueryParam("user") String name,
            @QueryParam("kind") AuditKind kind,
            @QueryParam("from") Instant from,
            @QueryParam("until") Instant until,
            @QueryParam("after") Long after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        Limit rows = limit.within(Limit.MOST);
        AuditQuery query = new AuditQuery(
                Optional.ofNullable(name),
                Optional.ofNullable(kind),
                Optional.ofNullable(from),
                Optional.ofNullable(until),
                Optional.ofNullable(after),
                rows.andOne());
        List<AuditEntry> entries =
                operations.as(Callers.of(user), AuditLog.class).list(query);
        return Page.of(entries, rows, AuditEntry::id);
    }
}
