package org.lottrace.api.handover;

import java.util.Collection;
import java.util.List;
import org.lottrace.api.account.AccountRules;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.InBooks;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The numbers of the company's chart for lines of the journal. An entry gets its numbers for good when it is handed over for the first
 * time, whoever takes it; until then they are what {@link AccountRules} say now. A line that no rule covers has none, also for good.
 *
 * <p>A reversal goes where what it undoes went. A receiver of the journal keeps numbers by taking entries; who hands over a file keeps
 * them by {@link #keep}.
 */
@InBooks
@ProviderType
public interface AccountNumbers {
    /** So many entries are asked for at a time at most. */
    int MOST_ENTRIES = 1_000;

    /** So many entries of the journal are looked through at a time at most. */
    int MOST_LOOKED_THROUGH = 2_000;

    /** So many entries get their numbers kept at a time at most: as many as a file has. */
    int MOST_KEPT = 100_000;

    /**
     * @param entries numbers of entries, {@value #MOST_ENTRIES} at most; one that is not there is left out
     * @return their numbers, by entry
     * @throws IllegalArgumentException if there are more
     */
    @Operation(
            name = "account-number.find",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<EntryNumbers> find(Collection<Long> entries);

    /**
     * Looks through {@value #MOST_LOOKED_THROUGH} entries at most. Books first what is committed, and throws what
     * {@link org.lottrace.api.cost.LotCosting} throws when that cannot be done.
     *
     * @param after begins behind that entry; 0 for the first page
     * @param limit at most so many, 1 to {@value #MOST_ENTRIES}
     * @return entries with a line that no rule covers, handed over or not
     * @throws IllegalArgumentException if the limit is not 1 to {@value #MOST_ENTRIES}
     */
    @Operation(
            name = "account-number.list-uncovered",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    UncoveredEntries uncovered(long after, int limit);

    /**
     * Says that these entries are handed over, as a file: their numbers stay from now on. Idempotent; {@value #MOST_KEPT} entries at most,
     * each 500 of them in a unit of work of their own. Books first as {@link #uncovered} does.
     *
     * @return how far that went; already done when all of them were handed over before
     */
    @Operation(
            name = "account-number.keep",
            takesLong = true,
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER},
            repeat = Repeat.SAME_STATE)
    Outcome<KeptNumbers> keep(Caller caller, JournalRange range);
}
