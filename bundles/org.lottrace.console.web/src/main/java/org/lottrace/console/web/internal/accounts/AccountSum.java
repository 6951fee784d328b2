package org.lottrace.console.web.internal.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;

/**
 * What was booked to an account.
 *
 * @param debit sum of the debits
 * @param credit sum of the credits, as a positive amount
 */
public record AccountSum(Account account, Money debit, Money credit) {
    /** @return debit less credit */
    public Money balance() {
        return debit.minus(credit);
    }

    private static AccountSum of(JournalLine line) {
        Money zero = Money.zero(line.amount().getCurrencyUnit());
        return line.amount().isNegative()
                ? new AccountSum(line.account(), zero, line.amount().negated())
                : new AccountSum(line.account(), line.amount(), zero);
    }

    private AccountSum plus(AccountSum other) {
        return new AccountSum(account, debit.plus(other.debit), credit.plus(other.credit));
    }

    /** @return for each account and currency, in the order of the accounts */
    static List<AccountSum> of(List<JournalEntry> entries) {
        return together(
                entries.stream()
                        .flatMap(entry -> entry.lines().stream())
                        .map(AccountSum::of)
                        .toList(),
                List.of());
    }

    /** @return both together, for each account and currency, in the order of the accounts */
    static List<AccountSum> together(List<AccountSum> sums, List<AccountSum> others) {
        Map<Account, Map<CurrencyUnit, AccountSum>> all = new TreeMap<>();
        Stream.concat(sums.stream(), others.stream())
                .forEach(sum -> all.computeIfAbsent(sum.account(), ignored -> new TreeMap<>())
                        .merge(sum.debit().getCurrencyUnit(), sum, AccountSum::plus));
        return all.values().stream()
                .flatMap(byCurrency -> byCurrency.values().stream())
                .toList();
    }

    /** @return for each currency the sum of its debits; that of its credits is the same, as every entry is balanced */
    static List<Money> totals(List<AccountSum> sums) {
        Map<CurrencyUnit, Money> totals = new LinkedHashMap<>();
        sums.forEach(sum -> totals.merge(sum.debit().getCurrencyUnit(), sum.debit(), Money::plus));
        return List.copyOf(totals.values());
    }
}
