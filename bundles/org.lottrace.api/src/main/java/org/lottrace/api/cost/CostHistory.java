package org.lottrace.api.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Role;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The books as of any day, with today's knowledge or as they were known then. Three dates tell them apart: an event happened at its
 * effective time, was recorded later, and counts on its accounting date. What is recorded late changes a day that is over; it does not
 * change what was known: the journal is numbered in the order in which things became known, so a report that keeps the number of its
 * newest entry comes out the same ever after, and {@link #bridge} tells what leads from it to today's figure.
 *
 * <p>A projection of the ledger; every operation first books what is committed, as {@link LotCosting} does, throws what that throws,
 * and joins the caller's unit of work or opens its own. Days are accounting dates, without a time zone.
 */
@InBooks
@ProviderType
public interface CostHistory {
    /**
     * @param moment until when; empty for now
     * @return number of the newest journal entry whose event was recorded until then, 0 when there is none
     */
    @Operation(
            name = "cost.knowledge",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    long knowledge(Optional<Instant> moment);

    /**
     * @param day the last day that counts
     * @param known number of the newest entry that was known
     * @param after the last lot of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the lots that had a quantity or a value at the end of that day, in the order in which they were registered;
     *     what is left of them today does not matter
     */
    @Operation(
            name = "cost.inventory-as-of",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<LotCost> inventory(LocalDate day, long known, Optional<LotKey> after, int limit);

    /**
     * @param day the last day that counts
     * @param known number of the newest entry that was known
     * @param after only entries with a higher number than this; 0 for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the entries that count until that day and became known later, by number: what leads from the figures that were
     *     known to those of today
     */
    @Operation(
            name = "cost.bridge",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<JournalEntry> bridge(LocalDate day, long known, long after, int limit);

    /**
     * @param day the last day that counts
     * @param skip how many were shown before
     * @param limit how many at most; as many come while there may be more
     * @return a page of what was received until that day and not invoiced, by order line, the oldest first
     */
    @Operation(
            name = "cost.list-uninvoiced",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<UninvoicedReceipt> uninvoiced(LocalDate day, int skip, int limit);

    /**
     * @param day the last day that counts
     * @param skip how many suppliers were shown before
     * @param limit how many at most; as many come while there may be more
     * @return a page of the same added up by supplier and age, by supplier, what no purchase order names one for first; all pages
     *     together are what the account has at the end of that day
     */
    @Operation(
            name = "cost.age-uninvoiced",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<UninvoicedAge> uninvoicedBySupplier(LocalDate day, int skip, int limit);

    /**
     * @param skip how many rows were shown before
     * @param limit how many at most; as many come while there may be more
     * @return cost of goods sold of these days, tied to the account
     */
    @Operation(
            name = "cost.report-cogs",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    CogsFigures cogs(CogsQuestion question, int skip, int limit);

    /** So many months are given at once at most. */
    int MOST_MONTHS = 36;

    /**
     * Adds up the account of the cost of goods sold month by month, by accounting date.
     *
     * @param last a day of the last month
     * @param months how many, 1 to {@value #MOST_MONTHS}
     * @return each of them, the earliest first
     * @throws IllegalArgumentException if {@code months} is another number
     */
    @Operation(
            name = "cost.report-cogs-months",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<CogsMonth> cogsByMonth(LocalDate last, int months);

    /**
     * @param from the first accounting date that counts
     * @param to the last one, at most {@value CogsQuestion#MOST_DAYS} days altogether
     * @param after the last item of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the items that had goods or movements in these days, by number, each with what its issues cost by lot actual,
     *     first in first out, and weighted average: whether another method, or other picking, would have made another profit
     * @throws IllegalArgumentException if these are too many days
     */
    @Operation(
            name = "cost.compare-methods",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<MethodComparison> compareMethods(LocalDate from, LocalDate to, Optional<ItemNumber> after, int limit);

    /**
     * @param item only of this one; empty for all
     * @param after goes on after that position of the ledger; 0 for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of what was ever said about methods, by position; the last of an item is in force, and an item without any is valued
     *     lot by lot
     */
    @Operation(
            name = "cost.list-methods",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<ItemMethod> methods(Optional<ItemNumber> item, long after, int limit);

    /**
     * @param currency ISO 4217 code, only of this one; empty for all
     * @param from the first day of a rate that counts
     * @param to the last one, at most {@value CogsQuestion#MOST_DAYS} days altogether
     * @param skip how many rows were shown before
     * @param limit how many at most; as many come while there may be more
     * @return a page of the exchange rates that were recorded, the newest day first, of a day by currency and position
     * @throws IllegalArgumentException if these are too many days
     */
    @Operation(
            name = "cost.list-rates",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<RecordedRate> rates(Optional<String> currency, LocalDate from, LocalDate to, int skip, int limit);

    /**
     * @return what the lot is worth, by cost element; empty when it never had a cost
     * @throws org.lottrace.api.operation.TooMuchException if its value comes from more entries of the journal than are read for one answer
     */
    @Operation(
            name = "cost.elements-of-lot",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = Operations.TOO_MUCH_AT_ONCE)
    Optional<LotElements> elements(LotKey lot);

    /**
     * Reads the entries of the lots that were sold and of those their value came from, however long ago that was.
     *
     * @param from the first accounting date that counts
     * @param to the last one, at most {@value CogsQuestion#MOST_DAYS} days altogether
     * @return what was sold in these days, by cost element, tied to the account
     * @throws IllegalArgumentException if these are too many days
     * @throws org.lottrace.api.operation.TooMuchException if that are more entries than are read for one answer
     */
    @Operation(
            name = "cost.cogs-elements",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = Operations.TOO_MUCH_AT_ONCE)
    CogsElements cogsElements(LocalDate from, LocalDate to);
}
