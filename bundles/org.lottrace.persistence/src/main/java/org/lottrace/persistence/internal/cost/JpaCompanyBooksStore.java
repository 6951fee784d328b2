package org.lottrace.persistence.internal.cost;

import java.util.List;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaCompanyBooksStore implements CompanyBooksStore {
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
        });
    }

    @Override
    public List<CompanyBooks> all() {
        return current.call(session -> session.createSelectionQuery(
                        "from CompanyBooksEntity order by company", CompanyBooksEntity.class)
                .getResultStream()
                .map(CompanyBooksEntity::toBooks)
                .toList());
    }
}
