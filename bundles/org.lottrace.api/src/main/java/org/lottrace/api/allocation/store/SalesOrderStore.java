package org.lottrace.api.allocation.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The sales orders. */
@ProviderType
public interface SalesOrderStore {
    /** Inserts the order, or replaces the one with its number. */
    @Writes
    void save(SalesOrder order);

    /**
     * Locks the items of the order, as it is now, until the end of the unit of work, with the same lock as {@link
     * ReservationStore#lockItems} and in the same order. The order may be another one when the lock is there.
     *
     * @return the items that are locked; none when there is no such order
     * @throws IllegalStateException if this thread is in no unit of work
     */
    @Writes
    Set<ItemNumber> lockItems(String number);

    /** @return the order, or empty */
    Optional<SalesOrder> find(String number);

    /** @return those of the orders that are known, by number; asks for all of them at once */
    List<SalesOrder> withNumbers(Collection<String> numbers);

    /** @return at most {@code limit} orders after that number, known or not, by number; after "" come the first */
    List<SalesOrder> after(String number, int limit);
}
