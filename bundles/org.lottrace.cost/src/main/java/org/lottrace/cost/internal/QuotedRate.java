package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;

/**
 * An exchange rate, as it stands in the record: {@code USD 0.92 2026-11-27 ECB}.
 *
 * @param factor units of the functional currency for one of the foreign one
 * @param source who published it; may have blanks
 */
record QuotedRate(String currency, BigDecimal factor, LocalDate day, String source) {
    private String text() {
        return currency + " " + factor.toPlainString() + " " + day + " " + source;
    }

    /** A line of what was published. */
    KeyDatum line() {
        return KeyDataElement.COST_LINE.is(new KeyDataValue.Text(text()));
    }

    /** The rate at which a document is booked. */
    KeyDatum applied() {
        return KeyDataElement.EXCHANGE_RATE.is(new KeyDataValue.Text(text()));
    }

    static QuotedRate parse(String text) {
        String[] words = text.split(" ", 4);
        return new QuotedRate(words[0], new BigDecimal(words[1]), LocalDate.parse(words[2]), words[3]);
    }

    /** @return what that is worth in the functional currency, rounded once, half up, to its minor unit */
    Money worth(Money foreign, CurrencyUnit functional) {
        return Money.of(functional, foreign.getAmount().multiply(factor), Layer.ROUNDING);
    }
}
