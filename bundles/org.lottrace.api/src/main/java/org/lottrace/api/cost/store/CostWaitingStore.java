package org.lottrace.api.cost.store;

import java.util.List;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Events that are booked out of their turn, of all books. Only the cost bundle writes here, as a follower of the ledger. */
@ProviderType
public interface CostWaitingStore {
    /** @return those that wait, and those that were booked after an event at that position or behind it, by position */
    List<KeptWaiting> from(long position);

    /** @return those that wait, behind that position, by position, so many at most */
    List<KeptWaiting> open(long after, int limit);

    /** @return how many wait */
    long waiting();

    /** Inserts or replaces it. */
    @Writes
    void save(KeptWaiting waiting);

    /** Of all that wait: they are not tried before the books have come to that position. */
    @Writes
    void holdBack(long position);
}
