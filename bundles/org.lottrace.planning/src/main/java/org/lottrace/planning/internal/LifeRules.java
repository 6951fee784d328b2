package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.planning.Measures.Life;
import org.lottrace.api.planning.ShippedLot;

/** How fresh goods were on delivery: each lot of each order line counts once, as units of different items cannot be added up. */
final class LifeRules {
    private LifeRules() {}

    static Life of(List<ShippedLot> deliveries) {
        List<BigDecimal> days = deliveries.stream()
                .flatMap(delivery -> delivery.daysLeft().stream())
                .map(BigDecimal::valueOf)
                .toList();
        List<BigDecimal> percents = deliveries.stream()
                .flatMap(delivery -> delivery.percentLeft().stream())
                .toList();
        return new Life(
                deliveries.size(),
                deliveries.size() - days.size(),
                Shares.mean(days, 1),
                least(days).map(BigDecimal::intValueExact),
                Shares.mean(percents, 1),
                least(percents));
    }

    private static Optional<BigDecimal> least(List<BigDecimal> values) {
        return values.stream().min(BigDecimal::compareTo);
    }
}
