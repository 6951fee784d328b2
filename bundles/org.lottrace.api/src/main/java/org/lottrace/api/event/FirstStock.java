package org.lottrace.api.event;

import java.util.List;
import java.util.Set;
import org.lottrace.api.id.ItemNumber;

/**
 * The lots of items that expire first, locked.
 *
 * @param balances every balance of these lots, also elsewhere, by lot and position
 * @param withMore items of which the site may have other lots; all of those expire later
 */
public record FirstStock(List<StockBalance> balances, Set<ItemNumber> withMore) {
    public FirstStock {
        balances = List.copyOf(balances);
        withMore = Set.copyOf(withMore);
    }
}
