package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** @param day of the document; empty when it is not known because of another problem */
    OfDocument on(Optional<LocalDate> day) {
        return new OfDocument(day);
    }

    /** The amounts of one document, for which each rate is looked up once: meanwhile nothing else is recorded. */
    final class OfDocument {
        private final Optional<LocalDate> day;
        private final Map<CurrencyUnit, Optional<QuotedRate>> known = new HashMap<>();

        private OfDocument(Optional<LocalDate> day) {
            this.day = day;
        }

        /** @return the rates of these foreign amounts, each once; none of what has none, which is found by {@link #check} */
        List<QuotedRate> rates(Stream<Money> amounts) {
            return amounts.map(Money::getCurrencyUnit)
                    .filter(said -> !said.equals(books))
                    .distinct()
                    .flatMap(said -> rate(said).stream())
                    .toList();
        }

        void check(Money amount, ViolationPath path, List<Violation> found) {
            CurrencyUnit said = amount.getCurrencyUnit();
            if (!said.equals(books) && rate(said).isEmpty()) {
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

        private Optional<QuotedRate> rate(CurrencyUnit said) {
            return known.computeIfAbsent(said, unknown -> day.flatMap(on -> rates.on(unknown.getCode(), on)));
        }
    }

    static void positive(Money amount, ViolationPath path, List<Violation> found) {
        if (!amount.isPositive()) {
            found.add(new Violation("AMOUNT_NOT_POSITIVE", path, "an amount is more than nothing, not " + amount));
        }
    }
}
