package org.lottrace.api.planning;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Role;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What can be done with lots that may not sell in time: first what open production orders of the site still need until the lot expires, then
 * what another own site is likely to sell, then what is left to be marked down. Reads and advises only.
 */
@ProviderType
public interface ExpiryAdvices {
    /** So long a transfer is taken to be on the road. */
    int DAYS_ON_THE_ROAD = 1;

    /**
     * Advice for the {@value ExpiryRisks#LONGEST_PAGE} lots with the greatest value left, in the order of {@link ExpiryRisks#list}.
     *
     * @param site where the lots are
     * @param item only this one
     * @param days 0 to {@value RotationMeasures#MOST_DAYS_AHEAD} days from today
     * @param skip so many rows were shown before
     * @param limit 1 to {@value ExpiryRisks#LONGEST_PAGE}
     * @throws IllegalArgumentException if a number is another one
     * @throws org.lottrace.api.operation.TooMuchException if there is too much to read
     */
    @Operation(
            name = "expiry-advice.list",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = Operations.TOO_MUCH_AT_ONCE)
    List<ExpiryAdvice> list(SiteId site, Optional<ItemNumber> item, int days, int skip, int limit);
}
