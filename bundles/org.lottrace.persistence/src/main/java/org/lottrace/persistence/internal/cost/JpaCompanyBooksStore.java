package org.lottrace.persistence.internal.cost;

import java.util.List;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaCompanyBooksStore implements CompanyBooksStore {
    private static final Kind<String, List<CompanyBooks>> ALL = Kind.untilALock();
    private static final String ONLY = "all";

    private final CurrentSession current;

    @Activate
    public JpaCompanyBooksStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void insert(CompanyBooks books) {
        current.run(session -> {
            CompanyBooksEntity row = new CompanyBooksEntity(books);
            session.insert(row);
            StagedSeals.wrote(current, session, row);
            current.memory().forget(ALL);
        });
    }

    @Override
    public List<CompanyBooks> all() {
        return current.required(() -> current.memory()
                .get(
                        ALL,
                        ONLY,
                        none -> current.call(session -> session.createSelectionQuery(
                                        "from CompanyBooksEntity order by company", CompanyBooksEntity.class)
                                .getResultStream()
                                .map(CompanyBooksEntity::toBooks)
                                .toList())));
    }
}
