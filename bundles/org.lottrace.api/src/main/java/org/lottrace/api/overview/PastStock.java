package org.lottrace.api.overview;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/** Stock as it was. It is moved again as the ledger tells, and never concluded from what there is today. */
@ProviderType
public interface PastStock {
    /** So many balances are given at once at most. */
    int LONGEST_PAGE = 5_000;

    /**
     * Lists what was where then: by issuer, item and number of the lot, then by position. What was reversed by then counts as
     * never happened. Joins the caller's unit of work or opens one. A page reads the history of the lots from its first
     * balance to its last, those without a balance included.
     *
     * @param filter which lots, and at which site
     * @param asOf which events count; a balance is less than zero when goods left earlier than they came, by what was entered
     * @param after the last balance of the page before; empty for the first page
     * @param limit how many at most, 1 to {@value #LONGEST_PAGE}; as many come while there may be more
     * @return a page of balances, none of them zero, in the base unit of their item
     * @throws IllegalArgumentException if the limit is another number
     */
    @Operation(name = "stock.at-date")
    List<StockBalance> list(PastStockFilter filter, AsOf asOf, Optional<StockLine.Key> after, int limit);
}
