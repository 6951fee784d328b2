package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;

/** Percentages and means, rounded half up; absent when there is nothing to have a share of. */
final class Shares {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Shares() {}

    /** @return one digit behind the point */
    static Optional<BigDecimal> percent(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0
                ? Optional.empty()
                : Optional.of(part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP));
    }

    static Optional<BigDecimal> percent(long part, long whole) {
        return percent(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    static Optional<BigDecimal> mean(Collection<BigDecimal> values, int digits) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(values.size()), digits, RoundingMode.HALF_UP));
    }
}
