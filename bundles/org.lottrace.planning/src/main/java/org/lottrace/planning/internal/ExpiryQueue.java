package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Lots of one item at one site that are sold one after the other, each until its last day. What a lot cannot serve any more is served by the
 * next one: the demand that is passed on to lot j is {@code max(0, passed on to j-1 + demand between their last days - quantity of j)}. Its
 * chances are followed from lot to lot in at most {@value #MOST_STEPS} steps, in whole billionths.
 *
 * <p>Source: D. V. Lindley, The theory of queues with a single server, 1952: the recursion of what waits.
 */
final class ExpiryQueue {
    static final int MOST_STEPS = 400;

    private static final int WEEK = 7;
    private static final int CHANCE_DIGITS = 4;
    private static final int QUANTITY_DIGITS = 3;

    private final BigDecimal weeklyMean;
    private final BigDecimal weeklyVariance;
    private final int digits;

    /** Single sales are of one. */
    ExpiryQueue(BigDecimal weeklyMean, BigDecimal weeklyVariance) {
        this(weeklyMean, weeklyVariance, 0);
    }

    /**
     * @param weeklyVariance of the demand of a week; never less than that of single sales is taken
     * @param digits behind the point that single sales have
     */
    private ExpiryQueue(BigDecimal weeklyMean, BigDecimal weeklyVariance, int digits) {
        this.weeklyMean = weeklyMean.movePointRight(digits);
        this.weeklyVariance = weeklyVariance.movePointRight(2 * digits).max(this.weeklyMean);
        this.digits = digits;
    }

    static ExpiryQueue of(Series series) {
        return new ExpiryQueue(series.mean(), series.variance(), series.digits());
    }

    /** @param days in which it can be sold, 0 or more; not fewer than the one before has */
    record Waiting(BigDecimal quantity, int days) {}

    /** @param chance that something is left; @param left on average */
    record Left(BigDecimal chance, BigDecimal left) {}

    /** @return for each lot, in their order, which is that of their days */
    List<Left> left(List<Waiting> lots) {
        BigDecimal all = lots.stream()
                .map(Waiting::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointRight(digits);
        BigDecimal step =
                all.divide(BigDecimal.valueOf(MOST_STEPS), 0, RoundingMode.UP).max(BigDecimal.ONE);
        int most = steps(all, step) + 1;
        long[] passedOn = new long[most + 1];
        passedOn[0] = DemandChances.ONE;
        List<Left> left = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        int day = 0;
        for (Waiting lot : lots) {
            int before = steps(sum, step);
            sum = sum.add(lot.quantity().movePointRight(digits));
            int size = steps(sum, step) - before;
            long[] served = plus(passedOn, demand(lot.days() - day, step, most));
            left.add(left(served, Math.max(1, size), lot.quantity()));
            passedOn = less(served, size);
            day = lot.days();
        }
        return left;
    }

    private static int steps(BigDecimal quantity, BigDecimal step) {
        return quantity.divide(step, 0, RoundingMode.HALF_UP).intValueExact();
    }

    private long[] demand(int days, BigDecimal step, int most) {
        BigDecimal share = BigDecimal.valueOf(days).divide(BigDecimal.valueOf(WEEK), Exponential.EXACT);
        return DemandChances.of(
                weeklyMean.multiply(share, Exponential.EXACT).divide(step, Exponential.EXACT),
                weeklyVariance.multiply(share, Exponential.EXACT).divide(step.multiply(step), Exponential.EXACT),
                most);
    }

    /** @return the chances of the sum of two independent demands; the last one is that of so many or more */
    private static long[] plus(long[] one, long[] other) {
        int most = one.length - 1;
        long[] sum = new long[one.length];
        long rest = DemandChances.ONE;
        for (int total = 0; total < most; total++) {
            long chance = 0;
            for (int part = 0; part <= total; part++) {
                chance += one[part] * other[total - part];
            }
            sum[total] = Math.min(rest, chance / DemandChances.ONE);
            rest -= sum[total];
        }
        sum[most] = rest;
        return sum;
    }

    private static long[] less(long[] chances, int size) {
        int most = chances.length - 1;
        long[] rest = new long[chances.length];
        for (int total = 0; total < most; total++) {
            rest[Math.max(0, total - size)] += chances[total];
        }
        // so many or more are more than all that waits
        rest[most] += chances[most];
        return rest;
    }

    private static Left left(long[] served, int size, BigDecimal quantity) {
        BigDecimal chance = BigDecimal.ZERO;
        BigDecimal steps = BigDecimal.ZERO;
        for (int total = 0; total < Math.min(size, served.length); total++) {
            BigDecimal one = BigDecimal.valueOf(served[total]);
            chance = chance.add(one);
            steps = steps.add(one.multiply(BigDecimal.valueOf((long) size - total)));
        }
        BigDecimal certain = BigDecimal.valueOf(DemandChances.ONE);
        return new Left(
                chance.divide(certain, CHANCE_DIGITS, RoundingMode.HALF_UP),
                steps.multiply(quantity)
                        .divide(certain.multiply(BigDecimal.valueOf(size)), QUANTITY_DIGITS, RoundingMode.HALF_UP)
                        .min(quantity));
    }
}
