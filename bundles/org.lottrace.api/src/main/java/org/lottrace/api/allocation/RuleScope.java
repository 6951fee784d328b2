package org.lottrace.api.allocation;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;

/**
 * For whom a rule is meant: everything that is named has to be true. There is one rule for each scope.
 *
 * @param item for that item
 * @param itemClass for the items of that class ({@link org.lottrace.api.lot.Segregation#classes}); not together with an item
 * @param customer for that customer
 * @param site for what that site delivers
 */
public record RuleScope(
        Optional<ItemNumber> item, Optional<String> itemClass, Optional<PartyId> customer, Optional<SiteId> site) {
    /** For everything that no other rule decides. */
    public static final RuleScope EVERYTHING =
            new RuleScope(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final int ITEM = 8;
    private static final int ITEM_CLASS = 4;
    private static final int CUSTOMER = 2;
    private static final int SITE = 1;

    public RuleScope {
        Objects.requireNonNull(item);
        Objects.requireNonNull(itemClass);
        Objects.requireNonNull(customer);
        Objects.requireNonNull(site);
    }

    /**
     * How special it is, the more the higher: an item before a class of items before a customer before a site, whatever else is
     * named. Item and customer come before item alone, item alone before customer and site.
     *
     * @return 0 for {@link #EVERYTHING} to 11
     */
    public int specificity() {
        return (item.isPresent() ? ITEM : 0)
                + (itemClass.isPresent() ? ITEM_CLASS : 0)
                + (customer.isPresent() ? CUSTOMER : 0)
                + (site.isPresent() ? SITE : 0);
    }

    /** @return true when it is meant for that item, delivered by that site to that customer */
    public boolean covers(Item what, PartyId to, SiteId by) {
        return item.filter(one -> !one.equals(what.number())).isEmpty()
                && itemClass
                        .filter(one -> !what.segregation().classes().contains(one))
                        .isEmpty()
                && customer.filter(one -> !one.equals(to)).isEmpty()
                && site.filter(one -> !one.equals(by)).isEmpty();
    }
}
