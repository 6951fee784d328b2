package org.lottrace.api.event.store;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.lottrace.api.event.FirstStock;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.WantedStock;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stock by lot and position: storage locations, the work in process of production orders, and what is in transit
 * between own sites. Derived from the ledger,
 * written by it alone. Balances of zero are not listed; lists are by lot and position.
 */
@ProviderType
public interface StockStore {
    /**
     * Locks the balances of these lots until the end of the unit of work, in one order so that two callers cannot wait
     * for each other, and reads them.
     */
    @Writes
    List<StockBalance> lock(Collection<LotKey> lots);

    /**
     * As {@link #lock(Collection)}, for every lot of these items that lies in a storage location of the site.
     *
     * @return every balance of these lots, also elsewhere
     */
    @Writes
    List<StockBalance> lock(Collection<ItemNumber> items, SiteId site);

    /**
     * As {@link #lock(Collection, SiteId)}, but of each item only the lots that expire first and cover what is wanted of it, with all that
     * expire on the same day; of an item of which the first few do not cover it, and of those that are wanted whole, all lots. What
     * comes to the site while the lock is waited for may be missing.
     */
    @Writes
    FirstStock lockFirst(WantedStock wanted);

    /**
     * Writes balances under the lock of {@link #lock}. A constraint of the database refuses less than zero.
     *
     * @throws IllegalArgumentException if a balance is at a place that holds no stock
     */
    @Writes
    void save(Collection<StockBalance> balances);

    /** Deletes every balance, to derive them again. */
    @Writes
    void clear();

    /** @return every balance of every lot */
    List<StockBalance> all();

    /** @return every balance of the lots */
    List<StockBalance> ofLots(Collection<LotKey> lots);

    /** @return the item's stock in the storage locations of the site */
    List<StockBalance> ofItem(ItemNumber item, SiteId site);

    /** @return all stock in the storage locations of the site */
    List<StockBalance> at(SiteId site);

    /** @return everything at one place, such as the work in process of a production order or the road to a site */
    List<StockBalance> at(Place place);

    /** @return everything at these positions, and nothing else of their places */
    List<StockBalance> at(Collection<Position> positions);

    /** @return everything in these logistic units, wherever they are */
    List<StockBalance> inUnits(Collection<Sscc> units);

    /** @return the items of what is at the position: few, however many lots there are */
    Set<ItemNumber> itemsAt(Position position);
}
