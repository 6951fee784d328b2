package org.lottrace.intake.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportProblem;
import org.lottrace.api.intake.ImportProposal;
import org.lottrace.api.intake.ImportReport;
import org.lottrace.api.intake.ImportSource;
import org.lottrace.api.intake.ImportSubject;
import org.lottrace.api.intake.Imports;
import org.lottrace.api.intake.SubjectFields;
import org.lottrace.api.intake.store.ImportMappingStore;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.intake.internal.field.MappedTable;
import org.lottrace.intake.internal.subject.Subject;
import org.lottrace.intake.internal.subject.Subjects;
import org.lottrace.intake.internal.table.Table;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports tables. The dry run is the import, rolled back. */
@Component(service = Imports.class)
public final class ImportService implements Imports {
    private static final int AT_A_TIME = 2;

    private final UnitOfWork unitOfWork;
    private final ImportMappingStore mappings;
    private final Subjects subjects;
    private final Turns turns = new Turns(AT_A_TIME);

    @Activate
    public ImportService(
            @Reference UnitOfWork unitOfWork, @Reference ImportMappingStore mappings, @Reference Subjects subjects) {
        this.unitOfWork = unitOfWork;
        this.mappings = mappings;
        this.subjects = subjects;
    }

    @Override
    public List<SubjectFields> subjects() {
        return Arrays.stream(ImportSubject.values())
                .map(subject -> Descriptions.of(subjects.of(subject)))
                .toList();
    }

    @Override
    public ImportProposal propose(ImportSource source, byte[] content) {
        return turns.during(() -> proposal(source, content));
    }

    private ImportProposal proposal(ImportSource source, byte[] content) {
        Problems problems = new Problems();
        Optional<Table> table = Files.table(source, content, problems);
        Subject subject = subjects.of(source.subject());
        Optional<ImportMapping> named = source.mapping().flatMap(mappings::find);
        Files.check(source, named, problems);
        List<String> headings = table.map(Table::headings).orElse(List.of());
        return new ImportProposal(
                headings,
                table.map(Sample::of).orElse(List.of()),
                named.filter(known -> known.subject() == source.subject())
                        .orElseGet(() -> Guess.mapping(
                                subject, headings, table.map(Table::rows).orElse(List.of()))),
                problems.told());
    }

    @Override
    public ImportReport check(Caller caller, ImportSource source, byte[] content) {
        return turns.during(() -> report(caller, source, content, false));
    }

    @Override
    public Outcome<ImportReport> run(Caller caller, ImportSource source, byte[] content) {
        ImportReport report = turns.during(() -> report(caller, source, content, true));
        if (!report.isClean()) {
            return new Outcome.Refused<>(
                    report.problems().stream().map(ImportService::violation).toList());
        }
        return report.isNew() ? new Outcome.Done<>(report) : new Outcome.AlreadyDone<>(report);
    }

    private ImportReport report(Caller caller, ImportSource source, byte[] content, boolean isKept) {
        Subject subject = subjects.of(source.subject());
        mustBeAllowed(caller, subject);
        Problems ofFile = new Problems();
        Optional<Table> table = Files.table(source, content, ofFile);
        return unitOfWork.required(() -> {
            Problems problems = ofFile.copy();
            Tally tally = new Tally();
            Optional<ImportMapping> mapping = source.mapping().flatMap(mappings::find);
            Files.check(source, mapping, problems);
            Optional<MappedTable> mapped = source.mapping().isPresent()
                            && mapping.filter(known -> known.subject() == source.subject())
                                    .isEmpty()
                    ? Optional.empty()
                    : table.flatMap(read -> Files.mapped(read, subject, mapping, problems));
            mapped.ifPresent(read -> subject.write(caller, read, problems, tally));
            if (!isKept || !problems.isEmpty()) {
                unitOfWork.rollbackOnly();
            }
            return new ImportReport(
                    source.subject(),
                    table.map(read -> read.rows().size()).orElse(0),
                    tally.added(),
                    tally.changed(),
                    tally.unchangedCount(),
                    mapped.map(MappedTable::unused).orElse(List.of()),
                    tally.changes(),
                    tally.furtherChanges(),
                    problems.told(),
                    problems.further());
        });
    }

    /** One import is for many subjects; each is for those who may do the same by hand. */
    private static void mustBeAllowed(Caller caller, Subject subject) {
        Set<Role> roles = Catalogue.operations().stream()
                .filter(operation -> operation.name().equals(subject.operation()))
                .findFirst()
                .map(OperationDescription::roles)
                .orElseThrow();
        if (caller.roles().stream().noneMatch(roles::contains)) {
            throw new NotAllowedException(new Violation(
                    Operations.ROLE_MISSING,
                    ViolationPath.WHOLE,
                    caller.name() + " may not import " + subject.subject().code() + ": that is for whoever may call "
                            + subject.operation() + ", "
                            + String.join(
                                    ", ",
                                    roles.stream().map(Role::code).sorted().toList())));
        }
    }

    private static Violation violation(ImportProblem problem) {
        ViolationPath path = problem.row() == 0 ? ViolationPath.WHOLE : ViolationPath.of(PathStep.row(problem.row()));
        return new Violation(
                problem.code(),
                problem.column().isEmpty() ? path : path.then(PathStep.words("column " + problem.column())),
                problem.message());
    }
}
