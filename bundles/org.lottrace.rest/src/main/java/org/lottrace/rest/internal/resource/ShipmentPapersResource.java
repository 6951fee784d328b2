package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.lottrace.api.movement.PaperLanguage;
import org.lottrace.api.movement.ShipmentPaper;
import org.lottrace.api.movement.ShipmentPapers;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;

/** The papers that go with a shipment. */
@Path("v1")
@Consumes("application/json")
public final class ShipmentPapersResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public ShipmentPapersResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("shipment/paper")
    @Produces("application/pdf")
    @Performs(
            value = "shipment.paper",
            notFound = {ShipmentPapers.SHIPMENT_UNKNOWN},
            rows = Performs.WHOLE)
    public Outcome<byte[]> paper(
            @Required @QueryParam("number") String number,
            @QueryParam("paper") @DefaultValue("DELIVERY_NOTE") ShipmentPaper paper,
            @QueryParam("language") PaperLanguage language) {
        return operations.as(Callers.of(user), ShipmentPapers.class).pdf(number, paper, Optional.ofNullable(language));
    }
}
