package org.lottrace.api.cost;

import java.util.Objects;
import org.joda.money.Money;

/**
 * What of an amount was paid for one thing.
 *
 * @param element for what
 * @param amount in the functional currency; may be nothing
 */
public record ElementAmount(CostElement element, Money amount) {
    public ElementAmount {
        Objects.requireNonNull(element);
        Objects.requireNonNull(amount);
    }
}
