package org.lottrace.api.cost;

import java.util.Objects;
import org.joda.money.Money;

/**
 * What an account has at the end of a period.
 *
 * @param account which one
 * @param change what the entries of the period changed; debit when positive
 * @param balance at the end of its last day
 */
public record AccountBalance(Account account, Money change, Money balance) {
    public AccountBalance {
        Objects.requireNonNull(account);
        Objects.requireNonNull(change);
        Objects.requireNonNull(balance);
    }
}
