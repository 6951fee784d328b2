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
 * How well lots are rotated: fill, waste, remaining life, violations of first expired, first out, and what expires soon. Worked out from
 * what is recorded now, so a shipment that is reversed changes it. Reads only; each call joins the caller's unit of work or opens one.
 *
 * <p>A list goes on after as many rows as were shown. Of more than {@value #MOST_READ} rows of one kind nothing is worked out: ask for fewer
 * days, one site or one item.
 */
@ProviderType
public interface RotationMeasures {
    /** The longest page. */
    int LONGEST_PAGE = 2_000;

    /** So many order lines, deliveries, disposals or lots are read for one answer. */
    int MOST_READ = 50_000;

    /** What expires later than in so many days cannot be asked for. */
    int MOST_DAYS_AHEAD = 1_000;

    /**
     * All figures.
     *
     * @throws org.lottrace.api.operation.TooMuchException if there is more to read than {@value #MOST_READ} rows of one kind
     */
    @Operation(
            name = "measure.find",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = Operations.TOO_MUCH_AT_ONCE)
    Measures measure(MeasureQuestion question);

    /**
     * The lines of sales orders that were to be there in these days, by day, order and line.
     *
     * @param skip so many rows were shown before
     * @param limit 1 to {@value #LONGEST_PAGE}
     * @throws IllegalArgumentException if a number is another one
     * @throws org.lottrace.api.operation.TooMuchException if there is too much to read
     */
    @Operation(name = "measure.list-order-lines", refusals = Operations.TOO_MUCH_AT_ONCE)
    List<OrderedLine> orderLines(MeasureQuestion question, int skip, int limit);

    /**
     * What was lost because it expired, by day and lot.
     *
     * @param skip so many rows were shown before
     * @param limit 1 to {@value #LONGEST_PAGE}
     * @throws IllegalArgumentException if a number is another one
     * @throws org.lottrace.api.operation.TooMuchException if there is too much to read
     */
    @Operation(
            name = "measure.list-waste",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = Operations.TOO_MUCH_AT_ONCE)
    List<WastedLot> waste(MeasureQuestion question, int skip, int limit);

    /**
     * What was shipped in these days, lot by lot, the shortest remaining life first, and then by position in the ledger; what does not expire
     * is last.
     *
     * @param skip so many rows were shown before
     * @param limit 1 to {@value #LONGEST_PAGE}
     * @throws IllegalArgumentException if a number is another one
     * @throws org.lottrace.api.operation.TooMuchException if there is too much to read
     */
    @Operation(name = "measure.list-deliveries", refusals = Operations.TOO_MUCH_AT_ONCE)
    List<ShippedLot> deliveries(MeasureQuestion question, int skip, int limit);

    /**
     * Earlier lots that stayed when later ones were shipped: those that nothing explains first, then by position in the ledger.
     *
     * @param skip so many rows were shown before
     * @param limit 1 to {@value #LONGEST_PAGE}
     * @throws IllegalArgumentException if a number is another one
     * @throws org.lottrace.api.operation.TooMuchException if there is too much to read
     */
    @Operation(name = "measure.list-passed-over", refusals = Operations.TOO_MUCH_AT_ONCE)
    List<PassedLot> passedOver(MeasureQuestion question, int skip, int limit);

    /**
     * What lies in the locations now and expires within some days, or is expired; the earliest expiry first, then by lot.
     *
     * @param site only this own site
     * @param item only this one
     * @param days 0 to {@value #MOST_DAYS_AHEAD} days from today at the site
     * @param skip so many rows were shown before
     * @param limit 1 to {@value #LONGEST_PAGE}
     * @throws IllegalArgumentException if a number is another one
     * @throws org.lottrace.api.operation.TooMuchException if there is too much to read
     */
    @Operation(
            name = "measure.list-expiring",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = Operations.TOO_MUCH_AT_ONCE)
    List<ExpiringLot> expiring(Optional<SiteId> site, Optional<ItemNumber> item, int days, int skip, int limit);

    /**
     * As {@link #expiring}, but each item within its own lead time: the days that are needed to sell it, move it or use it up, as they are
     * configured. Who is to be told by mail or webhook is told of these lots, each once.
     *
     * @param site only this own site
     * @param item only this one
     * @param skip so many rows were shown before
     * @param limit 1 to {@value #LONGEST_PAGE}
     * @throws IllegalArgumentException if a number is another one
     * @throws org.lottrace.api.operation.TooMuchException if there is too much to read
     */
    @Operation(
            name = "measure.list-due",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = Operations.TOO_MUCH_AT_ONCE)
    List<ExpiringLot> due(Optional<SiteId> site, Optional<ItemNumber> item, int skip, int limit);
}
