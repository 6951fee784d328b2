package org.lottrace.api.right;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;

/**
 * Where a right counts: everything that is named has to be true. There is one right for each action and scope.
 *
 * @param itemClass for items of that class ({@link org.lottrace.api.lot.Segregation#classes}); absent: for all
 * @param site for what is done at that own site; absent: at all of them
 */
public record LotRightScope(Optional<String> itemClass, Optional<SiteId> site) {
    /** For all items at all sites. */
    public static final LotRightScope EVERYTHING = new LotRightScope(Optional.empty(), Optional.empty());

    public LotRightScope {
        Objects.requireNonNull(itemClass);
        Objects.requireNonNull(site);
    }

    /** @return how special it is: a class and a site 3, a class 2, a site 1, everything 0 */
    public int specificity() {
        return (itemClass.isPresent() ? 2 : 0) + (site.isPresent() ? 1 : 0);
    }

    /** @return true when it is meant for that item at that site */
    public boolean covers(Item item, SiteId at) {
        return itemClass
                        .filter(one -> !item.segregation().classes().contains(one))
                        .isEmpty()
                && site.filter(one -> !one.equals(at)).isEmpty();
    }
}
