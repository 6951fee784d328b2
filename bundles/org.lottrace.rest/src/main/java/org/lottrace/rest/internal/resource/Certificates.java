package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.lottrace.api.certificate.Certification;
import org.lottrace.api.certificate.CompletenessCertificate;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;

/** Whether anything is missing or changed in the record. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class Certificates {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Certificates(Operations operations) {
        this.operations = operations;
    }

    @POST
    @Path("certificates")
    @Performs(value = "certificate.certify", rows = Performs.WHOLE)
    public CompletenessCertificate certify(LotsToCertify body) {
        return certification().certify(body.lots());
    }

    @GET
    @Path("certificates/all")
    @Produces("application/json")
    @Performs(value = "certificate.certify-all", rows = Performs.WHOLE)
    public CompletenessCertificate certifyAll() {
        return certification().certifyAll();
    }

    public record LotsToCertify(List<LotKey> lots) {}

    private Certification certification() {
        return operations.as(Callers.of(user), Certification.class);
    }
}
