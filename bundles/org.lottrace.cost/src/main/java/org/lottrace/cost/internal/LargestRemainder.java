package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * Splits an amount by weights so that nothing is lost: every share is rounded towards zero, and the minor units that are
 * left go one by one to the largest remainders, at a tie to the first.
 */
final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * @param weights zero or more each, together more than zero
     * @return one share for each weight, in their order; their sum is {@code total}
     */
    static List<Money> split(Money total, List<BigDecimal> weights) {
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("an amount is split by weights above zero, not by " + weights);
        }
        BigDecimal minorUnits = BigDecimal.valueOf(total.getAmountMinorLong()).abs();
        List<BigDecimal> shares = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        BigDecimal left = minorUnits;
        for (BigDecimal weight : weights) {
            BigDecimal[] share = minorUnits.multiply(weight).divideAndRemainder(sum);
            shares.add(share[0]);
            remainders.add(share[1]);
            left = left.subtract(share[0]);
        }
        IntStream.range(0, weights.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left.longValueExact())
                .forEach(index -> shares.set(index, shares.get(index).add(BigDecimal.ONE)));
        BigDecimal sign = BigDecimal.valueOf(total.getAmount().signum());
        return shares.stream()
                .map(share -> Money.ofMinor(
                        total.getCurrencyUnit(), share.multiply(sign).longValueExact()))
                .toList();
    }
}
