package org.lottrace.planning.internal;

import static org.lottrace.planning.internal.Exponential.EXACT;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.IntFunction;

/**
 * The chances of a demand of 0, 1, 2 … steps, in whole billionths: Poisson when its variance is its mean, negative binomial when it is greater,
 * binomial when it is smaller, which it is only when a step is more than one unit. Each has the mean that is asked for, and the variance as near
 * as a whole number of draws allows.
 *
 * <p>Source: the (a, b, 0) class; H. H. Panjer, ASTIN Bulletin 12 (1981) 22-26: each chance from the one before.
 */
final class DemandChances {
    /** What all chances add up to. */
    static final long ONE = 1_000_000_000L;

    private static final int DIGITS = 9;

    private DemandChances() {}

    /**
     * @param mean in steps
     * @param variance in steps squared
     * @param most steps
     * @return the chance of each number of steps below {@code most}; the last one is that of so many or more
     */
    static long[] of(BigDecimal mean, BigDecimal variance, int most) {
        if (mean.signum() <= 0) {
            return recursion(BigDecimal.ONE, step -> BigDecimal.ZERO, most);
        }
        int dispersion = variance.compareTo(mean);
        if (dispersion == 0) {
            return recursion(
                    Exponential.exp(mean.negate()), step -> mean.divide(BigDecimal.valueOf(step + 1L), EXACT), most);
        }
        return dispersion > 0 ? negativeBinomial(mean, variance, most) : binomial(mean, variance, most);
    }

    private static long[] negativeBinomial(BigDecimal mean, BigDecimal variance, int most) {
        BigDecimal success = mean.divide(variance, EXACT);
        BigDecimal failure = BigDecimal.ONE.subtract(success);
        BigDecimal size = mean.multiply(mean, EXACT).divide(variance.subtract(mean), EXACT);
        return recursion(
                Exponential.pow(success, size),
                step -> size.add(BigDecimal.valueOf(step))
                        .multiply(failure, EXACT)
                        .divide(BigDecimal.valueOf(step + 1L), EXACT),
                most);
    }

    /** The number of draws is whole, and never less than the mean. */
    private static long[] binomial(BigDecimal mean, BigDecimal variance, int most) {
        BigDecimal wanted = mean.multiply(mean, EXACT).divide(mean.subtract(variance), EXACT);
        BigDecimal draws = wanted.setScale(0, RoundingMode.HALF_UP).max(mean.setScale(0, RoundingMode.UP));
        BigDecimal success = mean.divide(draws, EXACT);
        BigDecimal failure = BigDecimal.ONE.subtract(success);
        if (failure.signum() == 0) {
            return sure(draws, most);
        }
        BigDecimal odds = success.divide(failure, EXACT);
        return recursion(
                Exponential.pow(failure, draws),
                step -> draws.subtract(BigDecimal.valueOf(step))
                        .max(BigDecimal.ZERO)
                        .multiply(odds, EXACT)
                        .divide(BigDecimal.valueOf(step + 1L), EXACT),
                most);
    }

    private static long[] sure(BigDecimal steps, int most) {
        long[] chances = new long[most + 1];
        chances[steps.min(BigDecimal.valueOf(most)).intValueExact()] = ONE;
        return chances;
    }

    /** @param ratio of the chance of the next number of steps to that of this one; once it is below 1 it stays there */
    private static long[] recursion(BigDecimal first, IntFunction<BigDecimal> ratio, int most) {
        long[] chances = new long[most + 1];
        long rest = ONE;
        BigDecimal chance = first;
        for (int step = 0; step < most && rest > 0; step++) {
            chances[step] = Math.min(
                    rest,
                    chance.movePointRight(DIGITS)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact());
            rest -= chances[step];
            BigDecimal next = ratio.apply(step);
            if (chances[step] == 0 && next.compareTo(BigDecimal.ONE) < 0) {
                break;
            }
            chance = chance.multiply(next, EXACT);
        }
        chances[most] = rest;
        return chances;
    }
}
