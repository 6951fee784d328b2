package org.lottrace.cost.internal;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.CostElement;
import org.lottrace.api.cost.ElementAmount;

/**
 * An amount by cost element, in minor units. The one rule of rounding for elements: a part of an amount is shared by the method of Webster,
 * which gives nobody less when there is more. So a part never has more of an element than the whole, parts taken one after the other add up,
 * and an element is never far from its share, however many parts there are. (By largest remainder an element may get less of more.)
 */
final class Elements {
    static final Elements NOTHING = new Elements(new long[CostElement.values().length]);

    private final long[] minor;

    private Elements(long[] minor) {
        this.minor = minor;
    }

    static Elements of(CostElement element, long amount) {
        long[] minor = new long[NOTHING.minor.length];
        minor[element.ordinal()] = amount;
        return new Elements(minor);
    }

    long of(CostElement element) {
        return minor[element.ordinal()];
    }

    long total() {
        return LongStream.of(minor).sum();
    }

    Elements plus(Elements other) {
        return new Elements(IntStream.range(0, minor.length)
                .mapToLong(i -> minor[i] + other.minor[i])
                .toArray());
    }

    Elements negated() {
        return new Elements(LongStream.of(minor).map(amount -> -amount).toArray());
    }

    Elements minus(Elements other) {
        return plus(other.negated());
    }

    /** @return the same total without anything below nothing: the other elements bear what one of them cannot */
    Elements borne() {
        if (LongStream.of(minor).allMatch(amount -> amount >= 0)) {
            return this;
        }
        return new Elements(
                        LongStream.of(minor).map(amount -> Math.max(0, amount)).toArray())
                .share(total());
    }

    /** @return that much, shared as this is; material when this is nothing */
    Elements share(long amount) {
        if (amount < 0) {
            return share(-amount).negated();
        }
        BigInteger whole = BigInteger.valueOf(total());
        if (whole.signum() <= 0) {
            return of(CostElement.MATERIAL, amount);
        }
        long[] shares = new long[minor.length];
        for (int i = 0; i < minor.length; i++) {
            BigInteger twice = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(minor[i]))
                    .shiftLeft(1);
            shares[i] = twice.add(whole).divide(whole.shiftLeft(1)).longValueExact(); // half up
        }
        for (long left = amount - LongStream.of(shares).sum(); left > 0; left--) {
            shares[next(shares)]++;
        }
        for (long more = LongStream.of(shares).sum() - amount; more > 0; more--) {
            shares[last(shares)]--;
        }
        return new Elements(shares);
    }

    /** @return who gets the next minor unit: the first of those with the most for each half of what they would have */
    private int next(long[] shares) {
        int best = 0;
        for (int i = 1; i < shares.length; i++) {
            if (isMore(i, 2 * shares[i] + 1, best, 2 * shares[best] + 1)) {
                best = i;
            }
        }
        return best;
    }

    /** @return who got the last one: the last of those with the least */
    private int last(long[] shares) {
        int worst = -1;
        for (int i = 0; i < shares.length; i++) {
            boolean isWorse = worst < 0 || !isMore(i, 2 * shares[i] - 1, worst, 2 * shares[worst] - 1);
            if (shares[i] > 0 && isWorse) {
                worst = i;
            }
        }
        return worst;
    }

    private boolean isMore(int one, long halvesOfOne, int other, long halvesOfOther) {
        return BigInteger.valueOf(minor[one])
                        .multiply(BigInteger.valueOf(halvesOfOther))
                        .compareTo(BigInteger.valueOf(minor[other]).multiply(BigInteger.valueOf(halvesOfOne)))
                > 0;
    }

    /** @return every element, in the order of their definition */
    List<ElementAmount> amounts(CurrencyUnit currency) {
        return Arrays.stream(CostElement.values())
                .map(element -> new ElementAmount(element, Money.ofMinor(currency, of(element))))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Elements elements && Arrays.equals(minor, elements.minor);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(minor);
    }

    @Override
    public String toString() {
        return Arrays.toString(minor);
    }
}
