package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Role;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The lots on stock at the end of any day with their age, their expiry and what is unusual about their cost, as known now. Answers from
 * the journal, never from what is left today; first books what is committed and throws what {@link LotCosting} throws. Each joins the
 * caller's unit of work or opens its own.
 */
@InBooks
@ProviderType
public interface LotReview {
    /** So many days ahead at most. */
    int MOST_DAYS = 3_660;

    /**
     * @param day accounting date; no time zone
     * @param expiresWithin days after it in which a lot expires soon, 0 to {@value #MOST_DAYS}
     * @param only only lots of which that is found; empty for all
     * @param after the last lot of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the lots with a quantity or a value on stock, in the order in which they were registered
     * @throws IllegalArgumentException if the days are others, or {@code after} is no lot
     */
    @Operation(
            name = "cost.review-lots",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<ReviewedLot> review(
            LocalDate day, int expiresWithin, Optional<LotFinding> only, Optional<LotKey> after, int limit);

    /**
     * Adds up all lots of {@link #review}.
     *
     * @throws IllegalArgumentException if the days are others
     */
    @Operation(
            name = "cost.age-inventory",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    InventoryAges ages(LocalDate day, int expiresWithin);

    /**
     * @param from first accounting date, of the shipments and returns as of the cost; no time zone
     * @param to last one, at most {@value CogsQuestion#MOST_DAYS} days altogether
     * @param onlyLosses only lots that were sold for less than they cost
     * @param after the last lot of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of what lots were sold for and what that cost, in the order in which they were registered
     * @throws IllegalArgumentException for more days, or when {@code after} is no lot
     */
    @Operation(
            name = "cost.list-margins",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<LotMargin> margins(LocalDate from, LocalDate to, boolean onlyLosses, Optional<LotKey> after, int limit);
}
