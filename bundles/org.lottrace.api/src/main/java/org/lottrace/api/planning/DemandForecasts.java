package org.lottrace.api.planning;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Operations;
import org.osgi.annotation.versioning.ProviderType;

/** What will be wanted, from the demand that {@link ExpiryRisks} looks at. Reads and advises only. */
@ProviderType
public interface DemandForecasts {
    /** The longest page. */
    int LONGEST_PAGE = 2_000;

    /**
     * The items that were wanted at the site in the last {@value ExpiryRisks#WEEKS} weeks, by number.
     *
     * @param site where
     * @param item only this one
     * @param terms of the reorder points
     * @param skip so many rows were shown before
     * @param limit 1 to {@value #LONGEST_PAGE}
     * @throws IllegalArgumentException if a number is another one
     * @throws org.lottrace.api.operation.TooMuchException if there is too much to read
     */
    @Operation(name = "demand-forecast.list", refusals = Operations.TOO_MUCH_AT_ONCE)
    List<DemandForecast> list(SiteId site, Optional<ItemNumber> item, ReplenishmentTerms terms, int skip, int limit);
}
