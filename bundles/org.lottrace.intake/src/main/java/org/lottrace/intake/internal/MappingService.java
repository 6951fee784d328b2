package org.lottrace.intake.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.intake.ImportMapping;
import org.lottrace.api.intake.ImportMappings;
import org.lottrace.api.intake.store.ImportMappingStore;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.intake.internal.subject.Subjects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps field mappings. */
@Component(service = ImportMappings.class)
public final class MappingService implements ImportMappings {
    private static final int MOST = 1_000;

    private final UnitOfWork unitOfWork;
    private final ImportMappingStore mappings;
    private final Subjects subjects;

    @Activate
    public MappingService(
            @Reference UnitOfWork unitOfWork, @Reference ImportMappingStore mappings, @Reference Subjects subjects) {
        this.unitOfWork = unitOfWork;
        this.mappings = mappings;
        this.subjects = subjects;
    }

    @Override
    public List<Violation> save(ImportMapping mapping) {
        List<Violation> violations =
                MappingRules.check(mapping, subjects.of(mapping.subject()).fields());
        if (violations.isEmpty()) {
            unitOfWork.run(() -> mappings.save(mapping));
        }
        return violations;
    }

    @Override
    public Optional<ImportMapping> find(String name) {
        return unitOfWork.required(() -> mappings.find(name));
    }

    @Override
    public List<ImportMapping> list(Optional<String> after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new WrongQuestionException("a limit is 1 to " + MOST + ", not " + limit);
        }
        return unitOfWork.required(() -> mappings.list(after, limit));
    }

    @Override
    public List<Violation> delete(String name) {
        return unitOfWork.required(() -> mappings.delete(name)
                ? List.of()
                : List.of(new Violation(MAPPING_UNKNOWN, "name", "there is no mapping called \"" + name + "\"")));
    }
}
