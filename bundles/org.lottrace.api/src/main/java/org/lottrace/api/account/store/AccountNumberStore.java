package org.lottrace.api.account.store;

import java.util.Collection;
import java.util.List;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The numbers of entries that were handed over. They are only ever added, by who holds the head of the ledger. */
@ProviderType
public interface AccountNumberStore {
    /** @return those of the entries that were handed over, by entry */
    List<EntryNumbers> of(Collection<Long> entries);

    /** Inserts the numbers of entries that were not handed over before. */
    @Writes
    void insert(Collection<EntryNumbers> numbers);
}
