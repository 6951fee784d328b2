package org.lottrace.api.overview.store;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.overview.PastStockFilter;
import org.lottrace.api.overview.StockLine;
import org.osgi.annotation.versioning.ProviderType;

/** Stock of the past, added up from the lines of events. */
@ProviderType
public interface PastStockStore {
    /** As {@link org.lottrace.api.overview.PastStock#list} says, by a statement for each 500 lots. A page reads the history of no lot behind its last. */
    List<StockBalance> page(PastStockFilter filter, AsOf asOf, Optional<StockLine.Key> after, int limit);
}
