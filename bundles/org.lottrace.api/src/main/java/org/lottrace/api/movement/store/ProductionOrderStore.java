package org.lottrace.api.movement.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The production orders, and what was captured for them. */
@ProviderType
public interface ProductionOrderStore {
    /**
     * An order as it is kept.
     *
     * @param closedAt when it was closed, kept to the microsecond; absent while it is open
     */
    record Kept(ProductionOrder order, Optional<Instant> closedAt) {
        public Kept {
            Objects.requireNonNull(order);
            Objects.requireNonNull(closedAt);
        }
    }

    /**
     * How much of an item was moved for an order from a kind of place to another one, by all its events together, reversals
     * included: they move it back.
     */
    record Moved(String order, ItemNumber item, PlaceKind from, PlaceKind to, Quantity quantity) {
        public Moved {
            Objects.requireNonNull(order);
            Objects.requireNonNull(item);
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
            Objects.requireNonNull(quantity);
        }
    }

    /** Inserts the order, or replaces the one with its number. */
    @Writes
    void save(Kept order);

    /** @return the order, or empty */
    Optional<Kept> find(String number);

    /** @return those with one of the numbers, by number */
    List<Kept> withNumbers(Collection<String> numbers);

    /** @return at most {@code limit} orders after that number, known or not, by number; after "" come the first */
    List<Kept> after(String number, int limit);

    /** @return what was moved for the orders, whether they are known or not, by order and item */
    List<Moved> moved(Collection<String> numbers);
}
