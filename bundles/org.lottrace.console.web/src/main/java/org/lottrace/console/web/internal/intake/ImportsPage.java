package org.lottrace.console.web.internal.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportMappings;
import org.lottrace.api.intake.ImportProposal;
import org.lottrace.api.intake.ImportReport;
import org.lottrace.api.intake.ImportSource;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.intake.SubjectFields;
import org.lottrace.api.intake.TextEncoding;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.intake.KeptFiles.Kept;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Page;
import org.lottrace.console.web.internal.page.Visit;

/** Imports of files, in three steps: choose the file, say what its columns mean, look at the dry run and import it. */
public final class ImportsPage implements Page {
    private static final String CHOOSE = "intake/choose.jte";
    private static final String MAP = "intake/map.jte";
    private static final String CHECK = "intake/check.jte";
    private static final int MAPPINGS = 200;
    private static final int SHOWN = 200;

    private final KeptFiles files = new KeptFiles();

    /**
     * The first step.
     *
     * @param wrong key of a text; empty when nothing is wrong
     * @param mappings those that are kept, some at most
     * @param fields of the subject that is asked about
     */
    public record Choice(
            String wrong,
            List<ImportMapping> mappings,
            boolean isCut,
            Optional<SubjectFields> fields,
            ImportSubject subject) {}

    /** The second step. */
    public record Mapping(String file, ImportProposal proposal, MappingForm form, List<Violation> problems) {}

    /**
     * The third step.
     *
     * @param done what was just imported; absent before
     * @param furtherProblems those that are not shown
     */
    public record Check(
            String file,
            String mapping,
            ImportSubject subject,
            ImportReport report,
            Optional<String> done,
            int furtherProblems,
            int furtherChanges) {
        Check(String file, String mapping, ImportReport report, Optional<String> done) {
            this(
                    file,
                    mapping,
                    report.subject(),
                    report,
                    done,
                    report.furtherProblems() + Math.max(0, report.problems().size() - SHOWN),
                    report.furtherChanges() + Math.max(0, report.changes().size() - SHOWN));
        }

        public List<org.lottrace.api.intake.ImportProblem> problems() {
            return report.problems()
                    .subList(0, Math.min(SHOWN, report.problems().size()));
        }

        public List<org.lottrace.api.intake.ImportChange> changes() {
            return report.changes().subList(0, Math.min(SHOWN, report.changes().size()));
        }
    }

    @Override
    public String path() {
        return "imports";
    }

    @Override
    public String needs() {
        return "import.check";
    }

    @Override
    public Answer show(Visit visit) {
        return switch (String.join("/", visit.address().rest())) {
            case "" -> choice(visit, "");
            case "map" -> withFile(visit, (kept, subject) -> map(visit, kept, subject));
            case "check" ->
                withFile(
                        visit,
                        (kept, subject) ->
                                checked(visit, kept, subject, visit.parameters().given("done")));
            default -> Answer.NOT_FOUND;
        };
    }

    @Override
    public Answer change(Visit visit) {
        return switch (String.join("/", visit.address().rest())) {
            case "" -> take(visit);
            case "map" -> withFile(visit, (kept, subject) -> save(visit, kept, subject));
            case "run" -> withFile(visit, (kept, subject) -> run(visit, kept, subject));
            case "delete" -> delete(visit);
            default -> Answer.NOT_ALLOWED_HERE;
        };
    }

    private interface Step {
        Answer with(Kept kept, ImportSubject subject);
    }

    private Answer withFile(Visit visit, Step step) {
        Optional<Kept> kept =
                files.find(visit.caller().name(), visit.parameters().text("file"), visit.now());
        return kept.isEmpty() ? choice(visit, "imports.file-gone") : step.with(kept.get(), subject(visit));
    }

    private static ImportSubject subject(Visit visit) {
        return visit.parameters()
                .given("subject")
                .map(code -> TextForms.read(ImportSubject.class, code))
                .orElse(ImportSubject.ITEMS);
    }

    private static Answer choice(Visit visit, String wrong) {
        List<ImportMapping> mappings = visit.as(ImportMappings.class).list(Optional.empty(), MAPPINGS + 1);
        ImportSubject subject = subject(visit);
        Choice view = new Choice(
                wrong,
                mappings.subList(0, Math.min(MAPPINGS, mappings.size())),
                mappings.size() > MAPPINGS,
                visit.as(Imports.class).subjects().stream()
                        .filter(fields -> fields.subject() == subject)
                        .findFirst(),
                subject);
        return wrong.isEmpty() ? Answer.html(CHOOSE, view) : Answer.refused(CHOOSE, view);
    }

    private Answer take(Visit visit) {
        Optional<byte[]> content = visit.parameters().file("upload");
        if (content.isEmpty()) {
            return choice(visit, "imports.no-file");
        }
        TextEncoding encoding = visit.parameters()
                .given("encoding")
                .map(code -> TextForms.read(TextEncoding.class, code))
                .orElse(TextEncoding.UTF_8);
        String id = files.keep(visit.caller().name(), content.get(), encoding, visit.now());
        Kept kept = files.find(visit.caller().name(), id, visit.now()).orElseThrow();
        Optional<ImportMapping> mapping =
                visit.parameters().given("mapping").flatMap(visit.as(ImportMappings.class)::find);
        ImportSubject subject = mapping.map(ImportMapping::subject).orElse(subject(visit));
        boolean isReady = mapping.isPresent() || isNamedByFields(visit, kept, subject);
        return new Answer.SeeOther(Address.to(
                isReady ? "imports/check" : "imports/map",
                "file",
                id,
                "subject",
                subject.code(),
                "mapping",
                mapping.map(ImportMapping::name).orElse("")));
    }

    /** A file whose headings are the names of the fields needs no mapping. */
    private static boolean isNamedByFields(Visit visit, Kept kept, ImportSubject subject) {
        Imports imports = visit.as(Imports.class);
        Set<String> headings =
                Set.copyOf(imports.propose(source(kept, subject, Optional.empty()), kept.content()).headings().stream()
                        .distinct()
                        .toList());
        return imports.subjects().stream()
                .filter(fields -> fields.subject() == subject)
                .flatMap(fields -> fields.fields().stream())
                .filter(field -> field.needed())
                .map(field -> field.name())
                .collect(Collectors.toSet())
                .stream()
                .allMatch(headings::contains);
    }

    private static ImportSource source(Kept kept, ImportSubject subject, Optional<String> mapping) {
        return new ImportSource(subject, mapping, kept.format(), kept.encoding());
    }

    private static Answer map(Visit visit, Kept kept, ImportSubject subject) {
        ImportProposal proposal = visit.as(Imports.class)
                .propose(source(kept, subject, visit.parameters().given("mapping")), kept.content());
        MappingForm form = MappingForm.of(proposal.mapping(), fields(visit, subject));
        boolean isGuess = visit.parameters().given("mapping").isEmpty();
        return Answer.html(
                MAP,
                new Mapping(kept.id(), proposal, isGuess ? form.named(free(visit, form.name())) : form, List.of()));
    }

    /** @return the name, or the first with a number behind it that no mapping has: a guess takes the place of none */
    private static String free(Visit visit, String name) {
        ImportMappings mappings = visit.as(ImportMappings.class);
        return Stream.concat(
                        Stream.of(name), IntStream.rangeClosed(2, MAPPINGS).mapToObj(number -> name + " " + number))
                .filter(one -> mappings.find(one).isEmpty())
                .findFirst()
                .orElse("");
    }

    private static SubjectFields fields(Visit visit, ImportSubject subject) {
        return visit.as(Imports.class).subjects().stream()
                .filter(fields -> fields.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    private static Answer save(Visit visit, Kept kept, ImportSubject subject) {
        MappingForm form = MappingForm.entered(visit.parameters(), fields(visit, subject));
        ImportMapping mapping = form.mapping();
        List<Violation> problems = visit.as(ImportMappings.class).save(mapping);
        if (problems.isEmpty()) {
            return new Answer.SeeOther(Address.to(
                    "imports/check", "file", kept.id(), "subject", subject.code(), "mapping", mapping.name()));
        }
        ImportProposal proposal =
                visit.as(Imports.class).propose(source(kept, subject, Optional.empty()), kept.content());
        return Answer.refused(MAP, new Mapping(kept.id(), proposal, form, problems));
    }

    private static Answer checked(Visit visit, Kept kept, ImportSubject subject, Optional<String> done) {
        Optional<String> mapping = visit.parameters().given("mapping");
        ImportReport report =
                visit.as(Imports.class).check(visit.caller(), source(kept, subject, mapping), kept.content());
        return Answer.html(CHECK, new Check(kept.id(), mapping.orElse(""), report, done));
    }

    private static Answer run(Visit visit, Kept kept, ImportSubject subject) {
        Optional<String> mapping = visit.parameters().given("mapping");
        Outcome<ImportReport> outcome =
                visit.as(Imports.class).run(visit.caller(), source(kept, subject, mapping), kept.content());
        if (outcome.toOptional().isEmpty()) { // something has changed since the dry run, which says it
            return checked(visit, kept, subject, Optional.empty());
        }
        ImportReport report = outcome.toOptional().get();
        return new Answer.SeeOther(Address.to(
                "imports/check",
                "file",
                kept.id(),
                "subject",
                subject.code(),
                "mapping",
                mapping.orElse(""),
                "done",
                report.added() + "-" + report.changed()));
    }

    private static Answer delete(Visit visit) {
        visit.as(ImportMappings.class).delete(visit.parameters().text("name"));
        return new Answer.SeeOther(Address.to("imports"));
    }
}
