package org.lottrace.api.allocation.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** What allocations decided. Rows are only ever added; they travel with the reservations. */
@ProviderType
public interface AllocationDecisionStore {
    /** @param decisions with numbers that no other one has */
    @Writes
    void insert(List<AllocationDecision> decisions);

    /** @return at most {@code limit} of the order, older than that number, the newest first */
    List<AllocationDecision> ofOrder(DocumentReference order, Optional<Long> before, int limit);

    /**
     * @param orders sales orders, production orders
     * @return what was decided for them, by number
     */
    List<AllocationDecision> ofOrders(Collection<DocumentReference> orders);

    /**
     * @return at most {@code limit} losses with a greater number than that, by number, after which nothing was decided for their order
     *     line
     */
    List<AllocationDecision> openLosses(long after, int limit);

    /** @return at most {@code limit} that were made against the rules, older than that number, the newest first */
    List<AllocationDecision> deviations(Optional<Long> before, int limit);
}
