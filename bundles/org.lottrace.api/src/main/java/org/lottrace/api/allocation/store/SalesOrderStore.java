package org.lottrace.api.allocation.store;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The sales orders. */
@ProviderType
public interface SalesOrderStore {
    /** Inserts the order, or replaces the one with its number. */
    @Writes
    void save(SalesOrder order);

    /** @return the order, or empty */
    Optional<SalesOrder> find(String number);

    /** @return at most {@code limit} orders after that number, known or not, by number; after "" come the first */
    List<SalesOrder> after(String number, int limit);
}
