package org.lottrace.api.allocation.store;

import java.util.List;
import org.lottrace.api.allocation.AllocationRule;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The versions of the rules of allocation. They are only ever added. */
@ProviderType
public interface AllocationRuleStore {
    /** Inserts the version; its number is the next one of a sequence that is locked to the commit. */
    @Writes
    void insert(AllocationRule rule);

    /**
     * Every version, by number. Asks the database for the newest number only, and not for that when the unit of work has just
     * read a sales order: who has the others in memory reads them once.
     */
    List<AllocationRule> all();
}
