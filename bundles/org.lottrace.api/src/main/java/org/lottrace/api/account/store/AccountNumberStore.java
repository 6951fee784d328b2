package org.lottrace.api.account.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.account.EntryNumbers;
import org.lottrace.api.cost.Account;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The numbers of entries that were handed over. They are only ever added, by who holds the head of the ledger. */
@ProviderType
public interface AccountNumberStore {
    /** @return those of the entries that were handed over, by entry */
    List<EntryNumbers> of(Collection<Long> entries);

    /**
     * @param day accounting date; no time zone
     * @return what the lines of all entries before that day that were handed over add up to
     */
    List<NumberedSum> handedOverBefore(LocalDate day);

    /** @return the same of those that were not handed over; none has a number */
    List<NumberedSum> othersBefore(LocalDate day);

    /**
     * @param after the last number of the page before, 0 for the first page
     * @return so many at most of the numbers of entries before that day that were not handed over, in their order
     */
    List<Long> notHandedOverBefore(LocalDate day, long after, int limit);

    /**
     * What lines add up to.
     *
     * @param account of the books
     * @param number of the chart that they were handed over with; absent when they had none, or had it for another account
     * @param amount debits less credits
     */
    record NumberedSum(Account account, Optional<String> number, Money amount) {
        public NumberedSum {
            Objects.requireNonNull(account);
            Objects.requireNonNull(number);
            Objects.requireNonNull(amount);
        }
    }

    /** Inserts the numbers of entries that were not handed over before. */
    @Writes
    void insert(Collection<EntryNumbers> numbers);
}
