package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.identification.Identification;
import org.lottrace.api.identification.Scan;
import org.lottrace.api.label.LabelFormat;
import org.lottrace.api.label.LabelKind;
import org.lottrace.api.label.LabelPrinting;
import org.lottrace.api.label.LabelRequest;
import org.lottrace.api.label.Labels;
import org.lottrace.api.label.SsccNumbers;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.Required;

/** What is in a scan, labels, and numbers for logistic units. */
@Path("v1")
@Consumes("application/json")
@Produces("application/json")
public final class Identifications {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public Identifications(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("identification")
    @Performs("identification.read")
    public Scan read(@Required @QueryParam("scan") String scan) {
        return operations.as(Callers.of(user), Identification.class).read(scan);
    }

    /** The format is the one that is accepted; an image when any is. */
    @GET
    @Path("lot/label")
    @Produces({"image/png", "image/svg+xml", "application/pdf", "application/zpl"})
    @Performs(
            value = "label.make",
            notFound = {Labels.LOT_UNKNOWN},
            rows = Performs.WHOLE)
    public Outcome<byte[]> label(
            @Required @QueryParam("lot") LotReference lot,
            @QueryParam("kind") @DefaultValue("LOT") LabelKind kind,
            @QueryParam("supplier-number") @DefaultValue("false") Boolean supplierNumber,
            @QueryParam("unit") Sscc unit,
            @QueryParam("count") Integer count,
            @QueryParam("weight") Quantity weight,
            @QueryParam("serial") String serial,
            @Context HttpHeaders headers) {
        return operations
                .as(Callers.of(user), Labels.class)
                .make(new LabelRequest(
                        kind,
                        accepted(headers),
                        lot,
                        supplierNumber,
                        Optional.ofNullable(unit),
                        Optional.ofNullable(count),
                        Optional.ofNullable(weight),
                        Optional.ofNullable(serial)));
    }

    /** @param event whose labels are wanted once more */
    public record Reprint(EventId event) {}

    /** @param files what was put into the folder of the printer, by line */
    public record Reprinted(List<String> files) {}

    @POST
    @Path("label-reprints")
    @Performs("label.reprint")
    public Outcome<Reprinted> reprint(Reprint reprint) {
        return operations
                .as(Callers.of(user), LabelPrinting.class)
                .reprint(reprint.event())
                .map(Reprinted::new);
    }

    private static LabelFormat accepted(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(type -> Stream.of(LabelFormat.values())
                        .filter(format -> type.isCompatible(MediaType.valueOf(format.mediaType()))))
                .findFirst()
                .orElse(LabelFormat.PNG);
    }

    @POST
    @Path("ssccs")
    @Performs("sscc.allocate")
    public Outcome<List<Sscc>> allocate(SsccsToAllocate body) {
        return operations.as(Callers.of(user), SsccNumbers.class).allocate(body.count());
    }

    public record SsccsToAllocate(int count) {}
}
