package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Demand week by week from the first week with demand on, the oldest first.
 *
 * @param weeks demand of each week, 0 or more
 */
record Series(List<BigDecimal> weeks) {
    static final MathContext PRECISE = MathContext.DECIMAL64;

    private static final int MOST_DIGITS = 3;

    Series {
        weeks = List.copyOf(weeks);
    }

    boolean isEmpty() {
        return weeks.isEmpty();
    }

    int length() {
        return weeks.size();
    }

    /** @return mean demand of a week; 0 without weeks */
    BigDecimal mean() {
        return isEmpty()
                ? BigDecimal.ZERO
                : weeks.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(length()), PRECISE);
    }

    /** @return variance of a week, as estimated from a sample; 0 with fewer than two weeks */
    BigDecimal variance() {
        if (length() < 2) {
            return BigDecimal.ZERO;
        }
        BigDecimal mean = mean();
        return weeks.stream()
                .map(week -> week.subtract(mean).pow(2, PRECISE))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(length() - 1L), PRECISE);
    }

    /** @return how many digits behind the point its quantities have, at most 3: the smallest of them is what single sales are counted in */
    int digits() {
        return weeks.stream()
                .mapToInt(week -> week.stripTrailingZeros().scale())
                .map(scale -> Math.max(0, Math.min(MOST_DIGITS, scale)))
                .max()
                .orElse(0);
    }

    /** @return whether weeks vary more than single sales that do not depend on each other */
    boolean isUneven() {
        return variance().movePointRight(digits()).compareTo(mean()) > 0;
    }

    /** @return those before the week with that number, without those before the first demand */
    Series before(int week) {
        return new Series(weeks.subList(0, week));
    }

    /** @return what was wanted in so many weeks from that one on */
    BigDecimal sum(int from, int count) {
        return weeks.subList(from, from + count).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
