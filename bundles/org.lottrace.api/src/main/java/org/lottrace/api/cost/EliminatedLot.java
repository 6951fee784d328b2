package org.lottrace.api.cost;

import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;

/**
 * What a line of an {@link Elimination} is made of: profit of the group's own companies on an account of a lot.
 *
 * @param company in whose books the account is; empty for the common books
 * @param account where the goods are, or where they went
 * @param lot which lot
 * @param before profit up to the day before, in the currency of the common books; negative for a loss, and for what was taken out of sales
 * @param after profit at the end of the last day, in the same currency; the entry is credited with the difference
 */
public record EliminatedLot(Optional<PartyId> company, Account account, LotKey lot, Money before, Money after) {
    public EliminatedLot {
        Objects.requireNonNull(company);
        Objects.requireNonNull(account);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
    }
}
