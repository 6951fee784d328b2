package org.lottrace.api.cost;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * An entry for an accountant to judge and post. It has no number and is not in the journal.
 *
 * @param purpose what it books
 * @param basis how its amounts were found, and what has to be judged before it is posted; for people
 * @param lines by lot; their sum is zero
 */
public record DraftEntry(Purpose purpose, String basis, List<DraftLine> lines) {
    /** @throws IllegalArgumentException if debits and credits differ */
    public DraftEntry {
        Objects.requireNonNull(purpose);
        Objects.requireNonNull(basis);
        lines = List.copyOf(lines);
        if (!lines.stream()
                .map(DraftLine::amount)
                .reduce(Money::plus)
                .map(Money::isZero)
                .orElse(false)) {
            throw new IllegalArgumentException("draft entry " + purpose + " does not balance: " + lines);
        }
    }

    /** @return the sum of the debits */
    public Money total() {
        return lines.stream()
                .map(DraftLine::amount)
                .filter(Money::isPositive)
                .reduce(Money::plus)
                .orElseGet(() -> lines.get(0).amount());
    }

    /** @return the sum of the debits whose amount comes from that source; empty when there are none */
    public Optional<Money> total(DraftLine.Source source) {
        return lines.stream()
                .filter(line -> line.source() == source)
                .map(DraftLine::amount)
                .filter(Money::isPositive)
                .reduce(Money::plus);
    }

    /** What a draft entry books. */
    public enum Purpose {
        WRITE_DOWN,
        COGS_REVERSAL,
        CREDIT_ACCRUAL,
        SUPPLIER_CHARGE_BACK
    }
}
