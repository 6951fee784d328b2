package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The companies that keep books of their own. All others share the common books, which are in the currency of the configuration. A role
 * holds for the books of all companies, unless the configuration says whose books a login may use.
 */
@ProviderType
public interface Companies {
    /** Refusal of the entry of a group whose companies sold to each other in a currency without an exchange rate into that of the group. */
    String GROUP_RATE_MISSING = "GROUP_RATE_MISSING";

    /** @return the books that companies keep for themselves, by company; as many as there are companies with own sites */
    @Operation(name = "company.list")
    List<CompanyBooks> all();

    /**
     * @param seller the company that goods leave
     * @param buyer the company that they go to
     * @param skip how many rows were shown before
     * @param limit how many at most; as many come while there may be more
     * @return a page of the transfer prices that were ever recorded, the newest first
     */
    @Operation(
            name = "company.list-transfer-prices",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<RecordedTransferPrice> transferPrices(PartyId seller, PartyId buyer, int skip, int limit);

    /**
     * Profit that the group has made with itself and not yet with anybody else: of a lot on stock or in process what other companies of
     * the group have sold it for, or what it was made of, less what that had cost them, at the rate of the day of each transfer.
     * First books all events that are committed.
     *
     * @param company in whose books the goods are; empty for the common books
     * @param after the last lot of the page before; empty for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the lots that came from other companies, or were made of such, in the order in which they were registered
     * @throws org.lottrace.api.operation.NotPossibleException if an exchange rate into the currency of the group is missing
     * @throws org.lottrace.api.operation.TooMuchException if it comes from more entries of the journals than are read for one answer
     */
    @Operation(
            name = "company.list-unrealised-profit",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = {Operations.TOO_MUCH_AT_ONCE, GROUP_RATE_MISSING})
    List<UnrealisedProfit> unrealisedProfit(Optional<PartyId> company, Optional<LotKey> after, int limit);

    /**
     * The entry of the group for some days: what its companies sold to each other goes out of sales, what of that is profit in goods that
     * are still there goes out of stock, and what was in goods that left is released. Stores nothing: it is worked out of the journals of
     * all companies. First books all events that are committed.
     *
     * @param from the first accounting date that counts
     * @param to the last one
     * @param known number of the newest journal entry that was known; Long.MAX_VALUE for all
     * @return the lines of the entry, by account and company; none when nothing was sold within the group
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     * @throws org.lottrace.api.operation.NotPossibleException if an exchange rate into the currency of the group is missing
     * @throws org.lottrace.api.operation.TooMuchException if it comes from more entries of the journals than are read for one answer
     */
    @Operation(
            name = "company.list-eliminations",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = {Operations.TOO_MUCH_AT_ONCE, GROUP_RATE_MISSING})
    List<Elimination> eliminations(LocalDate from, LocalDate to, long known);

    /**
     * Opens the lines of {@link #eliminations} to the lots.
     *
     * @param skip how many rows were shown before
     * @param limit how many at most; as many come while there may be more
     * @return a page of the lots behind the entry and of those whose profit did not change, by account, company and lot
     * @throws IllegalArgumentException if {@code to} is before {@code from}
     * @throws org.lottrace.api.operation.NotPossibleException if an exchange rate into the currency of the group is missing
     * @throws org.lottrace.api.operation.TooMuchException if it comes from more entries of the journals than are read for one answer
     */
    @Operation(
            name = "company.list-eliminated-lots",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR},
            refusals = {Operations.TOO_MUCH_AT_ONCE, GROUP_RATE_MISSING})
    List<EliminatedLot> eliminatedLots(LocalDate from, LocalDate to, long known, int skip, int limit);

    /**
     * Opens books for a company, before anything was recorded at one of its sites. From then on what happens there is in these books.
     * Idempotent; opens its own unit of work, or joins the caller's.
     *
     * @param caller who opens them
     * @return the books; refused with {@code COMPANY_UNKNOWN} (no party with the role COMPANY), {@code CURRENCY_UNKNOWN},
     *     {@code TAX_NUMBER_TOO_LONG}, {@code BOOKS_OPEN} (they are open, in another way: what was said cannot be changed) or
     *     {@code SITE_USED} (something is recorded at a site of it, which is in the common books: give it a new site)
     */
    @Operation(
            name = "company.open-books",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.CONTROLLER},
            repeat = Repeat.SAME_STATE,
            refusals = {"COMPANY_UNKNOWN", "CURRENCY_UNKNOWN", "TAX_NUMBER_TOO_LONG", "BOOKS_OPEN", "SITE_USED"})
    Outcome<CompanyBooks> open(Caller caller, BooksOpening opening);
}
