package org.lottrace.handover.internal.file;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.Money;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.account.store.AccountNumberStore.NumberedSum;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.cost.JournalLine;
import org.lottrace.api.handover.JournalFiles;

/** What was on each account before, and is after the entries of a file; and what they add up to. */
final class SaftBalances {
    private final SortedMap<String, Account> accounts = new TreeMap<>();
    private Optional<String> currency = Optional.empty();
    private BigDecimal debit = BigDecimal.ZERO;
    private BigDecimal credit = BigDecimal.ZERO;

    /** One account of the chart. */
    static final class Account {
        private final SortedSet<String> names = new TreeSet<>();
        private BigDecimal opening = BigDecimal.ZERO;
        private BigDecimal closing = BigDecimal.ZERO;

        BigDecimal opening() {
            return opening;
        }

        BigDecimal closing() {
            return closing;
        }

        /** @return our accounts that it stands for */
        String names() {
            return String.join(", ", names);
        }
    }

    /** @return the number of the chart; our account when there is none */
    static String id(JournalLine line, EntryNumbers.Line number) {
        return number.number().orElse(line.account().code());
    }

    void forget() {
        accounts.clear();
    }

    void open(NumberedSum sum) {
        known(sum.amount());
        Account account =
                accounts.computeIfAbsent(sum.number().orElse(sum.account().code()), id -> new Account());
        account.names.add(sum.account().code());
        account.opening = account.opening.add(sum.amount().getAmount());
        account.closing = account.closing.add(sum.amount().getAmount());
    }

    void open(JournalEntry entry, EntryNumbers numbers) {
        add(entry, numbers, true);
    }

    void add(JournalEntry entry, EntryNumbers numbers) {
        add(entry, numbers, false);
        for (JournalLine line : entry.lines()) {
            BigDecimal amount = line.amount().getAmount();
            debit = debit.add(amount.max(BigDecimal.ZERO));
            credit = credit.subtract(amount.min(BigDecimal.ZERO));
        }
    }

    private void add(JournalEntry entry, EntryNumbers numbers, boolean isBefore) {
        for (int i = 0; i < entry.lines().size(); i++) {
            JournalLine line = entry.lines().get(i);
            known(line.amount());
            Account account = accounts.computeIfAbsent(id(line, numbers.lines().get(i)), id -> new Account());
            account.names.add(line.account().code());
            BigDecimal amount = line.amount().getAmount();
            account.closing = account.closing.add(amount);
            account.opening = isBefore ? account.opening.add(amount) : account.opening;
        }
    }

    private void known(Money amount) {
        String code = amount.getCurrencyUnit().getCode();
        if (amount.getScale() > 2 || !currency.orElse(code).equals(code)) {
            throw NorwegianSaft.refused(
                    JournalFiles.SAF_T_INVALID,
                    "SAF-T has one currency with two decimals, and the journal has amounts in " + code);
        }
        currency = Optional.of(code);
    }

    SortedMap<String, Account> accounts() {
        return accounts;
    }

    Optional<String> currency() {
        return currency;
    }

    BigDecimal debit() {
        return debit;
    }

    BigDecimal credit() {
        return credit;
    }
}
