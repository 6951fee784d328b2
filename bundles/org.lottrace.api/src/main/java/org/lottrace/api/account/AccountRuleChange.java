package org.lottrace.api.account;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.cost.Account;

/**
 * What a rule is to say from a day on.
 *
 * @param rule number of the rule that is changed; absent for a new one
 * @param account which account of LotTrace
 * @param scope for which lines of the journal
 * @param from first accounting date on which it counts, of the years 1900 to 9999; no time zone
 * @param number in the company's chart of accounts: 1 to 30 letters, digits and {@code . _ / -}, the first a letter or digit; absent to
 *     end the rule
 * @param reason why, 1 to 2000 characters on one line
 */
public record AccountRuleChange(
        Optional<Long> rule,
        Account account,
        AccountScope scope,
        LocalDate from,
        Optional<String> number,
        String reason) {
    public AccountRuleChange {
        Objects.requireNonNull(rule);
        Objects.requireNonNull(account);
        Objects.requireNonNull(scope);
        Objects.requireNonNull(from);
        Objects.requireNonNull(number);
        Objects.requireNonNull(reason);
    }
}
