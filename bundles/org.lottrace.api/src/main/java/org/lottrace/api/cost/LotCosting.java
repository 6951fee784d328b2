package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Role;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Every lot carries what was paid for exactly that lot and its ingredients, unless its item is valued in another way ({@link CostMethod}).
 *
 * <p>A projection of the ledger. Every operation first books all events that are committed, so an answer is never older
 * than the question. An event that cannot be booked waits, and with it what is about its lots or its orders ({@link #waiting}): what is asked of them
 * throws {@link CostingStoppedException}. All else is booked and answered, and {@link #progress()} says how far the books are. While they are built again, or when that takes too long, every question throws {@link CostingBehindException}. Each joins the caller's unit of work or opens its own. Amounts are in the functional currency of the company. What is left of a
 * lot is worth its unit cost times the quantity left, rounded half up to the minor unit, and an issue takes what was there before
 * without that: nothing is ever lost, however many issues there are (IAS 2.23, specific identification).
 */
@InBooks
@ProviderType
public interface LotCosting {
    /** Code of the case of an event that cannot be booked yet. */
    String COST_WAITING = "COST_WAITING";

    /** @return what is left of the lot and its value; empty when it never had a cost */
    @Operation(
            name = "cost.of-lot",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    Optional<LotCost> costOf(LotKey lot);

    /**
     * Opens the cost of a lot down to the receipts.
     *
     * @return where it came from, in ledger order: receipts, count gains and the ingredients of productions. Their sum is
     *     all the value that ever came in; what a customer sent back had come in before and is not listed. Empty when the
     *     lot never had a cost
     */
    @Operation(
            name = "cost.list-sources",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<CostSource> sourcesOf(LotKey lot);

    /**
     * @return cost of goods sold of the shipment as it left, zero when it was reversed, or empty when no shipment has that number; what came back is
     *     in the {@link #journal(DocumentReference) journal} of the shipment
     */
    @Operation(
            name = "cost.cogs",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    Optional<ShipmentCogs> cogs(String shipment);

    /** @return the entries of every event that names the document, by number */
    @Operation(
            name = "cost.journal-of-document",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<JournalEntry> journal(DocumentReference document);

    /**
     * @param from first accounting date
     * @param to last accounting date
     * @param after of the first day only entries with a higher number than this; with day and number of the last entry of a page
     *     the next page comes, with 0 the first one
     * @param limit how many at most; as many come while there may be more
     * @return a page of the entries of these days, by day and number
     */
    @Operation(
            name = "cost.journal",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<JournalEntry> journal(LocalDate from, LocalDate to, long after, int limit);

    /**
     * @param after only entries with a higher number than this; 0 for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the whole journal, by number
     */
    @Operation(
            name = "cost.journal-by-number",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<JournalEntry> journal(long after, int limit);

    /**
     * @param after the last lot of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the lots with a quantity or a value left, in the order in which they were registered
     */
    @Operation(
            name = "cost.inventory",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<LotCost> inventory(Optional<LotKey> after, int limit);

    /** @return the value of all lots together, on stock and in process; empty when nothing is left of any */
    @Operation(
            name = "cost.inventory-value",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    Optional<Money> inventoryValue();

    /**
     * Books what can be booked and says how far that is. Never throws {@link CostingStoppedException} or
     * {@link CostingBehindException}: for health checks and for people.
     */
    @Operation(name = "cost.progress")
    CostingProgress progress();

    /**
     * What is not booked yet of the events that the books have come to, in the books of all companies.
     *
     * @param after position of the last one of the page before; 0 for the first page
     * @param limit how many at most, 1 to 1,000; as many come while there may be more
     * @return a page of the events that cannot be booked and of those that wait for them, by position
     */
    @Operation(
            name = "cost.list-waiting",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<WaitingCost> waiting(long after, int limit);
}
