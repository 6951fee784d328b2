package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.Objects;
import org.joda.money.Money;

/**
 * Cost of goods sold of a month, as the account has it: what was shipped, less what came back, and what became known later.
 *
 * @param first its first day
 * @param net in the company's currency; zero for a month without an entry
 */
public record CogsMonth(LocalDate first, Money net) {
    public CogsMonth {
        Objects.requireNonNull(first);
        Objects.requireNonNull(net);
    }
}
