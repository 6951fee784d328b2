package org.lottrace.console.commands.internal.input;

import java.util.stream.Collectors;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.SiteDirectory;

/** Whether there is what a list was asked for: of what is unknown there is no empty list. */
public final class Known {
    private Known() {}

    /** @throws IllegalArgumentException if there is no such item */
    public static ItemNumber item(ItemCatalog items, ItemNumber item) {
        if (items.find(item).isEmpty()) {
            throw new IllegalArgumentException("item " + item + " is unknown; lot:items lists those that are known");
        }
        return item;
    }

    /** @throws IllegalArgumentException naming all sites, if there is no such site */
    public static SiteId site(SiteDirectory sites, SiteId site) {
        if (sites.find(site).isEmpty()) {
            throw new IllegalArgumentException("site " + site + " is unknown; known are: "
                    + sites.all().stream().map(one -> one.id().value()).collect(Collectors.joining(", ")));
        }
        return site;
    }
}
