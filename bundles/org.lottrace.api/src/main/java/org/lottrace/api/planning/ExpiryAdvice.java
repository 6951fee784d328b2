package org.lottrace.api.planning;

import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.Quantity;

/**
 * What can be done with a part of what is left of a lot on average.
 *
 * @param risk the lot
 * @param kind what to do
 * @param to to which own site; absent for what is no transfer
 * @param productionOrder for which order; absent for what is not used in production
 * @param quantity how much, 3 digits behind the point
 * @param money what that costs: it is not lost when the advice is followed, and it is what a mark-down loses at most; absent when the books do
 *     not say
 */
public record ExpiryAdvice(
        LotRisk risk,
        AdviceKind kind,
        Optional<SiteId> to,
        Optional<String> productionOrder,
        Quantity quantity,
        Optional<Money> money) {
    public ExpiryAdvice {
        Objects.requireNonNull(risk);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(to);
        Objects.requireNonNull(productionOrder);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(money);
    }
}
