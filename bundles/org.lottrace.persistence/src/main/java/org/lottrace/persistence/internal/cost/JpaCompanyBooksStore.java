package org.lottrace.persistence.internal.cost;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.StatelessSession;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.cost.store.CompanyBooksStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.UnitMemory.Kind;
import org.lottrace.persistence.internal.seal.StagedSeals;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps in memory what was committed: books are only opened, so their number tells whether that is all. */
@Component
public final class JpaCompanyBooksStore implements CompanyBooksStore {
    /** Whoever opens books may roll that back, and the number comes again. */
    private static final Kind<String, Boolean> ADDED = Kind.ofTheUnit();

    private static final String ONLY = "only";

    private final CurrentSession current;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(0, List.of()));

    /** @param number how many books there are */
    private record Known(long number, List<CompanyBooks> books) {}

    @Activate
    public JpaCompanyBooksStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public void insert(CompanyBooks books) {
        current.memory().learn(ADDED, ONLY, true);
        current.run(session -> {
            CompanyBooksEntity row = new CompanyBooksEntity(books);
            session.insert(row);
            NewestBooks.opened(session);
            StagedSeals.wrote(current, session, row);
        });
    }

    /** What is known already is answered without a look at the database, before which everything that waits would be written. */
    @Override
    public List<CompanyBooks> all() {
        return current.required(() -> {
            if (current.memory().find(ADDED, ONLY).isPresent()) {
                return current.call(JpaCompanyBooksStore::read);
            }
            long number = NewestBooks.of(current);
            Known before = known.get();
            if (before.number() == number) {
                return before.books();
            }
            List<CompanyBooks> books = current.call(JpaCompanyBooksStore::read);
            known.set(new Known(number, books));
            return books;
        });
    }

    private static List<CompanyBooks> read(StatelessSession session) {
        return session.createSelectionQuery("from CompanyBooksEntity order by company", CompanyBooksEntity.class)
                .getResultStream()
                .map(CompanyBooksEntity::toBooks)
                .toList();
    }
}
