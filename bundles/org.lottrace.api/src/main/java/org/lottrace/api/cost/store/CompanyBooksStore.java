package org.lottrace.api.cost.store;

import java.util.List;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The books that companies keep for themselves. They are only ever added, by who holds the head of the ledger. */
@ProviderType
public interface CompanyBooksStore {
    /** Inserts them. */
    @Writes
    void insert(CompanyBooks books);

    /** @return all of them, by company */
    List<CompanyBooks> all();
}
