package org.lottrace.api.overview;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/** Current stock, line by line. */
@ProviderType
public interface StockLines {
    /** So many lines are given at once at most. */
    int LONGEST_PAGE = 500;

    /**
     * Lists what is in stock now: first what expires first, last what does not expire; of one day in the order in which the lots
     * were registered, then by position. Joins the caller's unit of work or opens one.
     *
     * @param filter which lines
     * @param after the last line of the page before, which may be gone by now; empty for the first page
     * @param limit how many at most, 1 to {@value #LONGEST_PAGE}; as many come while there may be more
     * @return a page of lines
     * @throws IllegalArgumentException if the limit is another number, or the lot of {@code after} is not registered
     */
    @Operation(name = "stock.list")
    List<StockLine> list(StockFilter filter, Optional<StockLine.Key> after, int limit);
}
