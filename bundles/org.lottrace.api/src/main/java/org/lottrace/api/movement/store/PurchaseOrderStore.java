package org.lottrace.api.movement.store;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.order.PurchaseOrder;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The purchase orders. */
@ProviderType
public interface PurchaseOrderStore {
    /** Inserts the order, or replaces the one with its number. */
    @Writes
    void save(PurchaseOrder order);

    /** @return the order, or empty */
    Optional<PurchaseOrder> find(String number);

    /** @return at most {@code limit} orders after that number, known or not, by number; after "" come the first */
    List<PurchaseOrder> after(String number, int limit);
}
