package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.lottrace.api.cost.ExchangeRates;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.ControlCharacters;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/** What is wrong with exchange rates that are said. */
final class RateChecks {
    private static final String RATE_WRONG = "RATE_WRONG";
    private static final BigDecimal TOO_MUCH = new BigDecimal("1000000");

    private final CurrencyUnit books;

    RateChecks(CurrencyUnit books) {
        this.books = books;
    }

    void check(ExchangeRates said, List<Violation> found) {
        boolean isName = !said.source().isBlank() && said.source().length() <= ExchangeRates.LONGEST_SOURCE;
        if (!isName
                || ControlCharacters.in(said.source(), ViolationPath.of("source"))
                        .isPresent()) {
            found.add(new Violation(
                    "SOURCE_WRONG",
                    "source",
                    "say in 1 to " + ExchangeRates.LONGEST_SOURCE
                            + " characters on one line who published the rates, such as ECB"));
        }
        if (said.rates().isEmpty()) {
            found.add(new Violation("LINES_MISSING", "rates", "a list without rates says nothing: add one"));
        }
        if (said.rates().size() > ExchangeRates.MOST) {
            found.add(new Violation(
                    RATE_WRONG,
                    "rates",
                    "these are " + said.rates().size() + " rates: record at most " + ExchangeRates.MOST + " at once"));
            return;
        }
        LocalDate last = said.context()
                .effective()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1); // it is tomorrow already somewhere
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < said.rates().size(); i++) {
            ExchangeRates.Rate rate = said.rates().get(i);
            ViolationPath path = ViolationPath.of("rates", i + 1);
            currency(rate, path, found);
            factor(rate, path, found);
            if (rate.day().isAfter(last)) {
                found.add(new Violation(
                        RATE_WRONG,
                        path.then("day"),
                        "the day " + rate.day() + " is yet to come: record its rate when it is there"));
            }
            if (!seen.add(rate.day() + " " + rate.currency())) {
                found.add(new Violation(
                        RATE_WRONG,
                        path,
                        rate.currency() + " has a rate for " + rate.day() + " already: leave one out"));
            }
        }
    }

    private void currency(ExchangeRates.Rate rate, ViolationPath path, List<Violation> found) {
        if (!isCurrency(rate.currency())) {
            found.add(new Violation(
                    RATE_WRONG,
                    path.then("currency"),
                    "\"" + rate.currency() + "\" is no ISO 4217 code of a currency, such as USD"));
        } else if (rate.currency().equals(books.getCode())) {
            found.add(new Violation(
                    RATE_WRONG,
                    path.then("currency"),
                    "the books are kept in " + books + ": it needs no rate, so leave it out"));
        }
    }

    private static void factor(ExchangeRates.Rate rate, ViolationPath path, List<Violation> found) {
        BigDecimal factor = rate.factor();
        if (factor.signum() <= 0
                || factor.stripTrailingZeros().scale() > UnitPrice.MAXIMUM_SCALE
                || factor.compareTo(TOO_MUCH) >= 0) {
            found.add(new Violation(
                    RATE_WRONG,
                    path.then("factor"),
                    "a rate is more than 0 and less than " + TOO_MUCH.toPlainString() + " with at most "
                            + UnitPrice.MAXIMUM_SCALE + " decimals, not "
                            + factor)); // never plain: 1E+999999999 has as many digits
        }
    }

    private static boolean isCurrency(String code) {
        try {
            return Optional.of(CurrencyUnit.of(code)).isPresent();
        } catch (IllegalCurrencyException unknown) {
            return false;
        }
    }
}
