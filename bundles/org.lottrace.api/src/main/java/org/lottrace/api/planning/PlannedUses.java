package org.lottrace.api.planning;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Operations;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Which lots the open production orders of a site should take so that as little as possible expires. The orders are served by their day, each from the lots
 * that are good on it, the first to expire first: no other order uses more. What then expires unused is offered to orders that are planned later. What lies in
 * locations is looked at, whatever is reserved; lots without an expiry and tanks are not. Reads and advises only.
 */
@ProviderType
public interface PlannedUses {
    /** The longest page. */
    int LONGEST_PAGE = 2_000;

    /**
     * What is to be done, by the day it is due, item and order. What no order needs is listed of lots of no finished good that expire within the days; what is
     * missing of items that expire.
     *
     * @param site where the orders are planned and the lots are
     * @param item only this component
     * @param days 0 to {@value RotationMeasures#MOST_DAYS_AHEAD}: the open orders planned until so many days from today, also those whose day is past
     * @param skip so many rows were shown before
     * @param limit 1 to {@value #LONGEST_PAGE}
     * @throws IllegalArgumentException if a number is another one
     * @throws org.lottrace.api.operation.TooMuchException if there is too much to read
     */
    @Operation(name = "planned-use.list", refusals = Operations.TOO_MUCH_AT_ONCE)
    List<PlannedUse> list(SiteId site, Optional<ItemNumber> item, int days, int skip, int limit);
}
