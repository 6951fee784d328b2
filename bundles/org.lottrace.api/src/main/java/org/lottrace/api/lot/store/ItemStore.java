package org.lottrace.api.lot.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Items. */
@ProviderType
public interface ItemStore {
    /** Inserts the item, or replaces the one with its number. */
    @Writes
    void save(Item item);

    /**
     * Takes an item away that nothing refers to.
     *
     * @throws org.lottrace.api.transaction.StoreUnavailableException if something does
     */
    @Writes
    void delete(ItemNumber number);

    /**
     * Locks items until the end of the unit of work: nobody saves one of them or registers a lot of it meanwhile. Items are
     * locked in one order, with the same lock as for allocation.
     *
     * @return those of the items that there are, by number, as they are under the lock
     * @throws IllegalStateException if this thread is in no unit of work
     */
    @Writes
    List<Item> lock(Collection<ItemNumber> numbers);

    /** @return the item, or empty */
    Optional<Item> find(ItemNumber number);

    /** @return those of the items that there are, by number */
    List<Item> withNumbers(Collection<ItemNumber> numbers);

    /** @return the item with that trade item number, or empty */
    Optional<Item> find(Gtin gtin);

    /**
     * @param name of a class, as in {@link org.lottrace.api.lot.Segregation#classes}
     * @return the items of that class by number
     */
    List<Item> ofClass(String name);

    /** @return all items by number */
    List<Item> all();
}
