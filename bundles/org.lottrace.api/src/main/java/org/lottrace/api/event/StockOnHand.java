package org.lottrace.api.event;

import java.util.Collection;
import java.util.List;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/** What is where now. Balances of zero are left out; lists are ordered by lot and position. */
@ProviderType
public interface StockOnHand {
    /**
     * Keeps the stock of these lots as it is until the end of the caller's unit of work: no event moves or takes it. Lots are
     * locked in one order, so that two callers cannot wait for each other.
     *
     * @return every balance of the lots
     * @throws IllegalStateException if this thread is in no unit of work
     */
    List<StockBalance> lock(Collection<LotKey> lots);

    /**
     * As {@link #lock(Collection)}, for every lot of these items that lies in a storage location of the site.
     *
     * @return every balance of these lots, also elsewhere
     */
    List<StockBalance> lock(Collection<ItemNumber> items, SiteId site);

    /**
     * As {@link #lock(Collection, SiteId)}, but of each item only the lots that expire first and cover what is wanted of it, with all that
     * expire on the same day; of an item of which the first few do not cover it, and of those that are wanted whole, all lots. What
     * comes to the site while the lock is waited for may be missing.
     */
    FirstStock lockFirst(WantedStock wanted);

    /** @return every position of the lot, work in process and the road between own sites included */
    @Operation(name = "stock.of-lot")
    List<StockBalance> ofLot(LotKey lot);

    /** @return the item's stock in the storage locations of the site */
    @Operation(name = "stock.of-item")
    List<StockBalance> ofItem(ItemNumber item, SiteId site);

    /** @return all stock in the storage locations of the site */
    @Operation(name = "stock.at-site")
    List<StockBalance> at(SiteId site);

    /** @return what is on the road to the site from other own sites */
    @Operation(name = "stock.in-transit-to")
    List<StockBalance> inTransitTo(SiteId site);
}
