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
 * Which lots may not sell in time. Demand is what was shipped to customers, consumed by production orders and sent to other own sites in each of the last
 * {@value #WEEKS} weeks of 7 days until yesterday, at the site; what was wanted and not there is not in it. The lots of an item at a site are sold one after
 * the other by their expiry; a lot can be sold until its last day, today not counted. Reads and advises only.
 */
@ProviderType
public interface ExpiryRisks {
    /** So many weeks of history are looked at. */
    int WEEKS = 52;

    /** With fewer weeks since the first demand no chance is given. */
    int FEWEST_WEEKS = 8;

    /** The longest page. */
    int LONGEST_PAGE = 2_000;

    /** So many lots, or weeks of items, are read for one answer. */
    int MOST_READ = 50_000;

    /**
     * The lots that expire within some days, those with the greatest value left first, then by chance, expiry and lot; those without a chance last.
     *
     * @param site where
     * @param item only this one
     * @param days 0 to {@value RotationMeasures#MOST_DAYS_AHEAD} days from today
     * @param skip so many rows were shown before
     * @param limit 1 to {@value #LONGEST_PAGE}
     * @throws IllegalArgumentException if a number is another one
     * @throws org.lottrace.api.operation.TooMuchException if there is too much to read
     */
    @Operation(
            name = "expiry-risk.list",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = Operations.TOO_MUCH_AT_ONCE)
    List<LotRisk> list(SiteId site, Optional<ItemNumber> item, int days, int skip, int limit);

    /**
     * Tries the chances on what happened.
     *
     * @param weeksAhead 1 to 8
     * @throws IllegalArgumentException if it is another number
     */
    @Operation(name = "expiry-risk.back-test", refusals = Operations.TOO_MUCH_AT_ONCE)
    RiskTrial backTest(SiteId site, ItemNumber item, int weeksAhead);
}
