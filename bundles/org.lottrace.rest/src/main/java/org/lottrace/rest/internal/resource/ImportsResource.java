package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.intake.ImportFormat;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportMappings;
import org.lottrace.api.intake.ImportProposal;
import org.lottrace.api.intake.ImportReport;
import org.lottrace.api.intake.ImportSource;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.intake.SubjectFields;
import org.lottrace.api.intake.TextEncoding;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.KeptRecord;
import org.lottrace.api.transaction.RecordLocks;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.call.Replacement;
import org.lottrace.rest.internal.call.Tagged;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** Imports of tables. The body is the file; its type says how it is written. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class ImportsResource {
    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    private static final int BAD_REQUEST = 400;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Operations operations;
    private final RecordLocks locks;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    /** Of which request it is asked. */
    @Context
    private HttpHeaders headers;

    public ImportsResource(Operations operations, RecordLocks locks) {
        this.operations = operations;
        this.locks = locks;
    }

    @GET
    @Path("imports/subjects")
    @Performs(value = "import.subjects", rows = Performs.WHOLE)
    public Page<SubjectFields> subjects(
            @QueryParam("after") @DefaultValue("0") Integer after,
            @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        return Page.counted(imports().subjects(), limit, after);
    }

    @POST
    @Path("imports/{subject}/propose")
    @Consumes({CSV, JSON, XLSX})
    @Produces(JSON)
    @Performs("import.propose")
    public ImportProposal propose(
            @PathParam("subject") ImportSubject subject,
            @QueryParam("mapping") String mapping,
            @QueryParam("encoding") TextEncoding encoding,
            byte[] content) {
        return imports().propose(source(subject, mapping, encoding), content);
    }

    @POST
    @Path("imports/{subject}/check")
    @Consumes({CSV, JSON, XLSX})
    @Produces(JSON)
    @Performs(value = "import.check", rows = Performs.WHOLE)
    public ImportReport check(
            @PathParam("subject") ImportSubject subject,
            @QueryParam("mapping") String mapping,
            @QueryParam("encoding") TextEncoding encoding,
            byte[] content) {
        return imports().check(Callers.of(user), source(subject, mapping, encoding), content);
    }

    @POST
    @Path("imports/{subject}")
    @Consumes({CSV, JSON, XLSX})
    @Produces(JSON)
    @Performs(value = "import.run", rows = Performs.WHOLE)
    public Outcome<ImportReport> run(
            @PathParam("subject") ImportSubject subject,
            @QueryParam("mapping") String mapping,
            @QueryParam("encoding") TextEncoding encoding,
            byte[] content) {
        return imports().run(Callers.of(user), source(subject, mapping, encoding), content);
    }

    private ImportSource source(ImportSubject subject, String mapping, TextEncoding encoding) {
        ImportFormat format =
                switch (headers.getMediaType().getSubtype()) {
                    case "json" -> ImportFormat.JSON;
                    case "csv" -> ImportFormat.CSV;
                    default -> ImportFormat.XLSX;
                };
        return new ImportSource(
                subject,
                Optional.ofNullable(mapping),
                format,
                Optional.ofNullable(encoding).orElseGet(this::charset));
    }

    /** @return what the content type says, UTF-8 when it says nothing */
    private TextEncoding charset() {
        String charset = headers.getMediaType().getParameters().getOrDefault("charset", TextEncoding.UTF_8.code());
        return Stream.of(TextEncoding.values())
                .filter(encoding -> encoding.code().equalsIgnoreCase(charset))
                .findFirst()
                .orElseThrow(() -> new RefusedRequestException(
                        BAD_REQUEST,
                        new Fault(
                                "VALUE_WRONG",
                                "",
                                "a file is encoded in " + TextEncoding.UTF_8.code() + " or "
                                        + TextEncoding.WINDOWS_1252.code() + ", not in " + charset)));
    }

    @GET
    @Path("import-mappings")
    @Performs("import-mapping.list")
    public Page<ImportMapping> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        Limit rows = limit.within(Limit.MOST);
        return Page.of(mappings().list(Optional.ofNullable(after), rows.andOne()), rows, ImportMapping::name);
    }

    @GET
    @Path("import-mappings/{name}")
    @Produces(JSON)
    @Performs("import-mapping.find")
    @Tagged
    public Optional<ImportMapping> find(@PathParam("name") String name) {
        return mappings().find(name);
    }

    @PUT
    @Path("import-mappings/{name}")
    @Produces({JSON, "application/problem+json"}) // there is no other answer
    @Performs("import-mapping.save")
    public RefusedByList save(@PathParam("name") String name, ImportMapping mapping) {
        return Replacement.of(ImportMapping.class, headers, KeptRecord.IMPORT_MAPPING, name, mapping.name())
                .when(() -> mappings().find(name))
                .save(locks, () -> mappings().save(mapping));
    }

    @DELETE
    @Path("import-mappings/{name}")
    @Produces({JSON, "application/problem+json"})
    @Performs(value = "import-mapping.delete", notFound = ImportMappings.MAPPING_UNKNOWN)
    public RefusedByList delete(@PathParam("name") String name) {
        return new RefusedByList(mappings().delete(name));
    }

    private Imports imports() {
        return operations.as(Callers.of(user), Imports.class);
    }

    private ImportMappings mappings() {
        return operations.as(Callers.of(user), ImportMappings.class);
    }
}
