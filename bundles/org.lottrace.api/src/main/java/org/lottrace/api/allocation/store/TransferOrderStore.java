package org.lottrace.api.allocation.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.order.TransferOrder;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Transfer orders. */
@ProviderType
public interface TransferOrderStore {
    /** Inserts the order, or replaces the one with its number. */
    @Writes
    void save(TransferOrder order);

    /** @return the order, or empty */
    Optional<TransferOrder> find(String number);

    /** @return those with one of the numbers, by number */
    List<TransferOrder> withNumbers(Collection<String> numbers);

    /** @return at most {@code limit} orders after that number, known or not, by number; after "" come the first */
    List<TransferOrder> after(String number, int limit);
}
