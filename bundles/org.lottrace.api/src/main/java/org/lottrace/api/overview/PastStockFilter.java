package org.lottrace.api.overview;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;

/**
 * Which stock of the past is wanted: that for which everything that is said here is true.
 *
 * @param site in a storage location of that site; absent: wherever it was, work in process and the road included
 * @param item of that item
 * @param lot of that lot
 */
public record PastStockFilter(Optional<SiteId> site, Optional<ItemNumber> item, Optional<LotKey> lot) {
    /** Everything, wherever it was. */
    public static final PastStockFilter NONE =
            new PastStockFilter(Optional.empty(), Optional.empty(), Optional.empty());

    public PastStockFilter {
        Objects.requireNonNull(site);
        Objects.requireNonNull(item);
        Objects.requireNonNull(lot);
    }

    /** @return everything that was in storage locations of that site */
    public static PastStockFilter at(SiteId site) {
        return new PastStockFilter(Optional.of(site), Optional.empty(), Optional.empty());
    }

    /** @return that lot, wherever it was */
    public static PastStockFilter of(LotKey lot) {
        return new PastStockFilter(Optional.empty(), Optional.empty(), Optional.of(lot));
    }
}
