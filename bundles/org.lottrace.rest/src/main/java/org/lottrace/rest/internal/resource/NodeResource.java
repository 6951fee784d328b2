package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.lottrace.api.health.Health;
import org.lottrace.api.health.HealthReport;
import org.lottrace.api.health.Metrics;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;

/** How the node is, and what it does in numbers. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class NodeResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public NodeResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("health")
    @Produces("application/json")
    @Performs("health.check")
    public HealthReport health() {
        return operations.as(Callers.of(user), Health.class).check();
    }

    @GET
    @Path("metrics")
    @Produces("application/json")
    @Performs("metrics.read")
    public Text read() {
        return new Text(operations.as(Callers.of(user), Metrics.class).text());
    }

    /** @param text in the text format of Prometheus; {@code /lottrace/metrics} gives it as it is */
    public record Text(String text) {}
}
