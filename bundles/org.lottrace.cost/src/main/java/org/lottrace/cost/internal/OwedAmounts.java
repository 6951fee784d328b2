package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What others say they are owed: in the currency of the books, or in one that has an exchange rate on the day. */
final class OwedAmounts {
    private final CurrencyUnit books;
    private final PublishedRates rates;

    OwedAmounts(CurrencyUnit books, PublishedRates rates) {
        this.books = books;
        this.rates = rates;
    }

    /** @return the rates of these foreign amounts on the day, each once; none of what has none, which is found by {@link #check} */
    List<QuotedRate> rates(Stream<Money> amounts, Optional<LocalDate> day) {
        return amounts.map(Money::getCurrencyUnit)
                .filter(said -> !said.equals(books))
                .distinct()
                .flatMap(said -> rate(said, day).stream())
                .toList();
    }

    void check(Money amount, Optional<LocalDate> day, ViolationPath path, List<Violation> found) {
        CurrencyUnit said = amount.getCurrencyUnit();
        if (!said.equals(books) && rate(said, day).isEmpty()) {
            found.add(new Violation(
                    "CURRENCY_NOT_FUNCTIONAL",
                    path,
                    "the books are kept in " + books + ", not in " + said + ", and no exchange rate of "
                            + day.map(on -> on + " or of the " + PublishedRates.STANDS_FOR_DAYS + " days before")
                                    .orElse("that day")
                            + " is known: record one"));
        }
        positive(amount, path, found);
    }

    static void positive(Money amount, ViolationPath path, List<Violation> found) {
        if (!amount.isPositive()) {
            found.add(new Violation("AMOUNT_NOT_POSITIVE", path, "an amount is more than nothing, not " + amount));
        }
    }

    private Optional<QuotedRate> rate(CurrencyUnit said, Optional<LocalDate> day) {
        return day.flatMap(on -> rates.on(said.getCode(), on));
    }
}
