package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.id.PartyId;

/**
 * A line of the entry by which the group eliminates what its companies have sold to each other, at the end of some days. It is in no
 * company's books: who consolidates books it beside theirs. All lines of an entry are nothing together. Source: IFRS 10.B86 (c).
 *
 * @param from the first of these days
 * @param day the last one, on which the entry counts
 * @param known number of the newest journal entry that it rests on; asked with the same number, it is the same ever after
 * @param account INVENTORY and WORK_IN_PROCESS: profit in goods that are there, less what was in them before; COST_OF_GOODS_SOLD and other
 *     accounts: profit in goods that left, which is released, and the rounding of all lines; INTERCOMPANY_SALES and INTERCOMPANY_COGS: what was sold within the
 *     group; INTERCOMPANY_RECEIVABLE: profit in goods whose sale counts in these days and whose purchase does not
 * @param company in whose books the account is; empty for the common books
 * @param amount debit when positive, credit when negative, in the currency of the common books
 */
public record Elimination(
        LocalDate from, LocalDate day, long known, Account account, Optional<PartyId> company, Money amount) {
    public Elimination {
        Objects.requireNonNull(from);
        Objects.requireNonNull(day);
        Objects.requireNonNull(account);
        Objects.requireNonNull(company);
        Objects.requireNonNull(amount);
    }
}
