package org.lottrace.api.overview;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Operation;
import org.osgi.annotation.versioning.ProviderType;

/** What a person who comes to work wants to know first. */
@ProviderType
public interface Overview {
    /**
     * Counts what is at hand now, with a fixed number of questions to the database, none of which grows with the length of
     * history. Values of money are not in it. Joins the caller's unit of work or opens one.
     */
    @Operation(name = "overview.today")
    TodayFigures today();

    /**
     * Lists the orders that {@link TodayFigures.SalesOrders} counts, by delivery date and number. Joins the caller's unit of work or
     * opens one.
     *
     * @param late true: those that are late; false: those that are due today
     * @param after the last order of the page before; empty for the first page
     * @param limit how many at most, 1 to 500; as many come while there may be more
     * @throws IllegalArgumentException if the limit is another number
     */
    @Operation(name = "overview.list-open-orders")
    List<OpenOrder> openOrders(boolean late, Optional<OpenOrder.Key> after, int limit);
}
