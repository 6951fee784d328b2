package org.lottrace.console.web.internal.partners;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.edi.FilePreview;
import org.lottrace.api.edi.MappingBench;
import org.lottrace.api.edi.MappingFile;
import org.lottrace.api.edi.MappingSummary;
import org.lottrace.api.edi.PartnerMapping;
import org.lottrace.api.edi.TriedDocument;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.desk.Fields;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Mappings of partners: a draft beside what is in use, tried on what came last, activated or thrown away; earlier versions. */
public final class Mappings {
    private static final String LIST = "partners/mappings";
    private static final String ONE = "partners/mapping";
    private static final String PAGE = "partners/mapping.jte";
    private static final String USUAL_DOCUMENTS = "20";
    private static final Answer NOT_ALLOWED = new Answer.Failure(403, "error.page-not-allowed");

    private Mappings() {}

    /** All of them. */
    public record ListView(List<MappingSummary> mappings) {}

    /**
     * One of them.
     *
     * @param files whose names can be in it
     * @param tried what came of a trial, when one was just made
     * @param previewed what a file would become, when one was just sent
     */
    public record View(
            PartnerMapping mapping,
            List<String> files,
            Fields fields,
            Optional<List<TriedDocument>> tried,
            Optional<FilePreview> previewed) {
        public boolean isDrafted() {
            return !mapping.draft().isEmpty();
        }

        /** @return how many of the documents the draft reads otherwise */
        public long different() {
            return tried.orElse(List.of()).stream()
                    .filter(document -> !document.isSame())
                    .count();
        }
    }

    static Answer show(Visit visit) {
        return visit.may("partner-mapping.list")
                ? Answer.html(
                        "partners/mappings.jte",
                        new ListView(visit.as(MappingBench.class).all()))
                : NOT_ALLOWED;
    }

    static Answer one(Visit visit) {
        if (!visit.may("partner-mapping.find")) {
            return NOT_ALLOWED;
        }
        PartnerMapping mapping = mapping(visit);
        String file = visit.parameters().given("file").orElse("856.oxm.xml");
        Fields fields = Fields.empty(visit.texts())
                .with("file", file)
                .with("text", text(mapping, file))
                .with("documents", USUAL_DOCUMENTS);
        return Answer.html(PAGE, view(mapping, fields));
    }

    static Answer change(Visit visit) {
        return switch (visit.parameters().text("do")) {
            case "draft" -> draft(visit);
            case "discard" -> decided(visit, bench(visit).discard(name(visit)));
            case "try" -> tryOut(visit);
            case "preview" -> preview(visit);
            case "activate" ->
                decided(
                        visit,
                        bench(visit)
                                .activate(
                                        visit.caller(),
                                        name(visit),
                                        visit.parameters().text("reason")));
            case "roll-back" ->
                decided(
                        visit,
                        bench(visit)
                                .rollBack(
                                        visit.caller(),
                                        name(visit),
                                        number(visit, "version").orElse(0),
                                        visit.parameters().text("reason")));
            default -> Answer.NOT_ALLOWED_HERE;
        };
    }

    /** A browser sends CR LF for each line; a file ends with a line break. */
    private static Answer draft(Visit visit) {
        String text = visit.parameters().text("text").replace("\r\n", "\n");
        return decided(
                visit,
                bench(visit)
                        .draft(
                                name(visit),
                                new MappingFile(visit.parameters().text("file"), text.isEmpty() ? "" : text + "\n")));
    }

    private static Answer tryOut(Visit visit) {
        Fields fields = entered(visit);
        Optional<Integer> documents = number(visit, "documents").filter(n -> n > 0 && n <= MappingBench.MOST_DOCUMENTS);
        if (documents.isEmpty()) {
            fields.wrong("documents", "DOCUMENTS_INVALID", visit.texts().lookup("mappings.documents-wrong"));
            return Answer.refused(PAGE, view(mapping(visit), fields));
        }
        Optional<List<TriedDocument>> tried = bench(visit).tryOut(name(visit), documents.get());
        PartnerMapping mapping = mapping(visit);
        return tried.isEmpty()
                ? new Answer.SeeOther(Address.to(ONE, "name", mapping.name()))
                : Answer.html(PAGE, new View(mapping, files(), fields, tried, Optional.empty()));
    }

    private static Answer preview(Visit visit) {
        Fields fields = entered(visit);
        Optional<byte[]> content = visit.parameters().file("content").filter(bytes -> bytes.length > 0);
        if (content.isEmpty()) {
            fields.wrong("content", "FILE_MISSING", visit.texts().lookup("mappings.content-missing"));
            return Answer.refused(PAGE, view(mapping(visit), fields));
        }
        FilePreview previewed = bench(visit).preview(name(visit), content.get());
        return Answer.html(PAGE, new View(mapping(visit), files(), fields, Optional.empty(), Optional.of(previewed)));
    }

    private static Answer decided(Visit visit, List<Violation> problems) {
        if (problems.isEmpty()) {
            return bench(visit).find(name(visit)).isEmpty()
                    ? new Answer.SeeOther(Address.to(LIST))
                    : new Answer.SeeOther(Address.to(
                            ONE,
                            "name",
                            name(visit),
                            "file",
                            visit.parameters().given("file").orElse("856.oxm.xml")));
        }
        Fields fields = entered(visit);
        fields.refused(problems);
        return Answer.refused(PAGE, view(mapping(visit), fields));
    }

    private static Fields entered(Visit visit) {
        Fields fields = Fields.entered(
                visit.parameters(),
                visit.texts(),
                List.of("file", "text", "documents", "reason", "version", "content"));
        PartnerMapping mapping = mapping(visit);
        String file = fields.text("file").isEmpty() ? "856.oxm.xml" : fields.text("file");
        return fields.text("text").isEmpty() ? fields.with("file", file).with("text", text(mapping, file)) : fields;
    }

    private static View view(PartnerMapping mapping, Fields fields) {
        return new View(mapping, files(), fields, Optional.empty(), Optional.empty());
    }

    /** One that is not there yet is begun here. */
    private static PartnerMapping mapping(Visit visit) {
        return bench(visit)
                .find(name(visit))
                .orElseGet(() -> new PartnerMapping(name(visit), List.of(), List.of(), List.of(), false, List.of()));
    }

    /** What the draft says, else what is in use. */
    private static String text(PartnerMapping mapping, String file) {
        return Stream.of(mapping.draft().isEmpty() ? mapping.files() : mapping.draft())
                .flatMap(List::stream)
                .filter(one -> one.name().equals(file))
                .findFirst()
                .map(MappingFile::text)
                .orElse("");
    }

    private static List<String> files() {
        return List.of(
                "856.oxm.xml",
                "856.properties",
                "DESADV.oxm.xml",
                "DESADV.properties",
                "exchange.properties",
                "warehouse.properties");
    }

    private static String name(Visit visit) {
        return visit.parameters().text("name").strip();
    }

    private static Optional<Integer> number(Visit visit, String name) {
        return visit.parameters()
                .given(name)
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(Integer::valueOf);
    }

    private static MappingBench bench(Visit visit) {
        return visit.as(MappingBench.class);
    }
}
