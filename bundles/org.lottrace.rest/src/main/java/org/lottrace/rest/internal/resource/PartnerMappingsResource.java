package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.MappingFile;
import org.lottrace.api.edi.MappingSummary;
import org.lottrace.api.edi.PartnerMapping;
import org.lottrace.api.edi.TriedDocument;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Mappings of partners' documents: drafts, trials, activation. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class PartnerMappingsResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public PartnerMappingsResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("partner-mappings")
    @Performs(value = "partner-mapping.list", rows = Performs.WHOLE)
    public Page<MappingSummary> all(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.of(bench().all(), limit, after, MappingSummary::name);
    }

    @GET
    @Path("partner-mappings/{name}")
    @Produces("application/json")
    @Performs("partner-mapping.find")
    public Optional<PartnerMapping> find(@PathParam("name") String name) {
        return bench().find(name);
    }

    @POST
    @Path("partner-mappings/{name}/draft")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("partner-mapping.draft")
    public RefusedByList draft(@PathParam("name") String name, MappingFile file) {
        return new RefusedByList(bench().draft(name, file));
    }

    @POST
    @Path("partner-mappings/{name}/draft/discarding")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("partner-mapping.discard-draft")
    public RefusedByList discard(@PathParam("name") String name) {
        return new RefusedByList(bench().discard(name));
    }

    @POST
    @Path("partner-mappings/{name}/draft/trial")
    @Produces("application/json")
    @Performs("partner-mapping.try")
    public Optional<Trial> tryOut(@PathParam("name") String name, TrialWanted wanted) {
        return bench().tryOut(name, wanted.documents()).map(Trial::new);
    }

    @POST
    @Path("partner-mappings/{name}/draft/preview")
    @Consumes("application/octet-stream")
    @Produces("application/json")
    @Performs("partner-mapping.preview")
    public FilePreview preview(@PathParam("name") String name, byte[] content) {
        return bench().preview(name, content);
    }

    @POST
    @Path("partner-mappings/{name}/draft/activation")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("partner-mapping.activate")
    public RefusedByList activate(@PathParam("name") String name, Decision decision) {
        return new RefusedByList(bench().activate(Callers.of(user), name, decision.reason()));
    }

    @POST
    @Path("partner-mappings/{name}/roll-back")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("partner-mapping.roll-back")
    public RefusedByList rollBack(@PathParam("name") String name, VersionWanted wanted) {
        return new RefusedByList(bench().rollBack(Callers.of(user), name, wanted.version(), wanted.reason()));
    }

    public record Trial(List<TriedDocument> documents) {}

    public record TrialWanted(int documents) {}

    public record Decision(String reason) {}

    public record VersionWanted(int version, String reason) {}

    private MappingBench bench() {
        return operations.as(Callers.of(user), MappingBench.class);
    }
}
