package org.lottrace.api.overview.store;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.overview.StockFilter;
import org.lottrace.api.overview.StockLine;
import org.lottrace.api.overview.TodayFigures.SiteDay;
import org.osgi.annotation.versioning.ProviderType;

/** Current stock line by line. */
@ProviderType
public interface StockLineStore {
    /**
     * As {@link org.lottrace.api.overview.StockLines#list} says; one statement for a page, and one for the lot of {@code after}.
     *
     * @param days every site that may be meant, each with its date
     */
    List<StockLine> page(List<SiteDay> days, StockFilter filter, Optional<StockLine.Key> after, int limit);
}
