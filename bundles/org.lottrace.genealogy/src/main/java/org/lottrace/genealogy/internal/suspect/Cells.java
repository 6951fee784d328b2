package org.lottrace.genealogy.internal.suspect;

import java.math.BigInteger;

/**
 * Whole numbers from 0 to 2^126, two longs each, in one array: an ingredient that is in everything changes some ten million
 * of them in a second, so none is an object. A number is named by its place.
 *
 * <p>Only {@link #share} rounds, and it remembers by what the scale must be finer for the first number that it rounded.
 */
public final class Cells {
    /** What every number is less than. */
    static final BigInteger LIMIT = BigInteger.TWO.pow(126);

    private final long[] halves;
    private BigInteger missing = BigInteger.ONE;
    private boolean isRounded;

    /**
     * All zero.
     *
     * @param size at most 2^30
     */
    public Cells(int size) {
        halves = new long[Math.multiplyExact(size, 2)];
    }

    /**
     * @return by what the scale must be finer at least, so that the first number that was rounded would not have been; one
     *     when every number is exact
     */
    public BigInteger missing() {
        return missing;
    }

    /** @return whether some number was rounded */
    public boolean isRounded() {
        return isRounded;
    }

    /** Sets a number to {@code high}·2^64 + {@code low}, the low one without sign. */
    public void set(int at, long high, long low) {
        halves[2 * at] = high;
        halves[2 * at + 1] = low;
    }

    public void set(int at, BigInteger number) {
        set(at, number.shiftRight(64).longValueExact(), number.longValue());
    }

    public BigInteger get(int at) {
        return number(halves[2 * at], halves[2 * at + 1]);
    }

    public long high(int at) {
        return halves[2 * at];
    }

    public long low(int at) {
        return halves[2 * at + 1];
    }

    public void copy(int to, int from) {
        set(to, halves[2 * from], halves[2 * from + 1]);
    }

    public void clear(int at) {
        set(at, 0, 0);
    }

    public boolean isPositive(int at) {
        return halves[2 * at] > 0 || halves[2 * at + 1] != 0;
    }

    /** Notes that nobody knows the number; it is not to be calculated with. It has nothing in the low half: it is not positive. */
    void forget(int at) {
        set(at, -1, 0);
    }

    boolean isKnown(int at) {
        return halves[2 * at] >= 0;
    }

    public void add(int to, int other) {
        add(to, halves[2 * other], halves[2 * other + 1]);
    }

    void addOne(int to) {
        add(to, 0, 1);
    }

    /** Takes away a number, or all there is when that is less. */
    public void subtract(int from, int other) {
        if (isLess(from, other)) {
            clear(from);
        } else {
            long low = halves[2 * from + 1];
            long less = halves[2 * other + 1];
            long borrowed = Long.compareUnsigned(low, less) < 0 ? 1 : 0;
            set(from, halves[2 * from] - halves[2 * other] - borrowed, low - less);
        }
    }

    boolean isEqual(int one, int other) {
        return halves[2 * one] == halves[2 * other] && halves[2 * one + 1] == halves[2 * other + 1];
    }

    public boolean isLess(int one, int other) {
        long high = halves[2 * one];
        long otherHigh = halves[2 * other];
        return high < otherHigh
                || high == otherHigh && Long.compareUnsigned(halves[2 * one + 1], halves[2 * other + 1]) < 0;
    }

    /** Makes a number no more than another. */
    public void limit(int at, int most) {
        if (isLess(most, at)) {
            copy(at, most);
        }
    }

    /** Makes a number no less than another. */
    public void raise(int at, int least) {
        if (isLess(at, least)) {
            copy(at, least);
        }
    }

    /** Sets a number to the product of two, which is less than the limit. */
    public void product(int to, int one, int other) {
        long low = halves[2 * one + 1];
        long otherLow = halves[2 * other + 1];
        set(to, halves[2 * one] * otherLow + low * halves[2 * other] + unsignedHigh(low, otherLow), low * otherLow);
    }

    /**
     * Sets a number to {@code number} · {@code part} ÷ {@code whole}, rounded down.
     *
     * @param part no more than {@code whole}
     * @return whether it is exact
     */
    public boolean share(int to, int number, int part, int whole) {
        if (!isPositive(number)) {
            clear(to);
            return true;
        }
        if (halves[2 * whole] != 0 || halves[2 * whole + 1] < 0) {
            BigInteger[] both = get(number).multiply(get(part)).divideAndRemainder(get(whole));
            set(to, both[0]);
            return rounded(both[1], whole);
        }
        long q = halves[2 * part + 1];
        long of = halves[2 * whole + 1];
        long high = halves[2 * number];
        long wholeHigh = high < of ? 0 : high / of;
        long restHigh = high - wholeHigh * of;
        long wholeLow = divided(restHigh, halves[2 * number + 1], of);
        long rest = halves[2 * number + 1] - wholeLow * of;
        long partOfRest = divided(Math.multiplyHigh(rest, q), rest * q, of);
        set(to, wholeHigh * q + unsignedHigh(wholeLow, q), wholeLow * q);
        add(to, 0, partOfRest);
        long left = rest * q - partOfRest * of;
        return left == 0 || !isRounded && rounded(BigInteger.valueOf(left), whole);
    }

    /** @return whether nothing was left over */
    private boolean rounded(BigInteger left, int whole) {
        if (left.signum() != 0 && !isRounded) {
            isRounded = true;
            missing = get(whole).divide(get(whole).gcd(left));
        }
        return left.signum() == 0;
    }

    private void add(int to, long high, long low) {
        long sum = halves[2 * to + 1] + low;
        long carried = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        set(to, halves[2 * to] + high + carried, sum);
    }

    /** @return {@code high}·2^64 + {@code low}, the low one without sign */
    public static BigInteger number(long high, long low) {
        return BigInteger.valueOf(high)
                .shiftLeft(64)
                .add(BigInteger.valueOf(low >>> 1).shiftLeft(1))
                .add(BigInteger.valueOf(low & 1));
    }

    /** {@code Math.unsignedMultiplyHigh} of Java 18. */
    private static long unsignedHigh(long one, long other) {
        return Math.multiplyHigh(one, other) + (one >> 63 & other) + (other >> 63 & one);
    }

    /**
     * Hacker's Delight, 9-4: two digits of 32 bits, each guessed from the two highest of the divisor and put right.
     *
     * @param high less than {@code divisor}
     * @return ({@code high}·2^64 + {@code low}) ÷ {@code divisor}, rounded down, without sign
     */
    static long divided(long high, long low, long divisor) {
        if (high == 0) {
            return low < 0 ? Long.divideUnsigned(low, divisor) : low / divisor;
        }
        int shift = Long.numberOfLeadingZeros(divisor);
        long by = divisor << shift;
        long upper = high << shift | low >>> 1 >>> 63 - shift;
        long lower = low << shift;
        long first = digit(upper, lower >>> 32, by);
        long left = (upper << 32 | lower >>> 32) - first * by;
        return (first << 32) + digit(left, lower & 0xFFFFFFFFL, by);
    }

    /** @return ({@code upper}·2^32 + {@code next}) ÷ {@code by}, less than 2^32 */
    private static long digit(long upper, long next, long by) {
        long byHigh = by >>> 32;
        long byLow = by & 0xFFFFFFFFL;
        long guess = upper < 0 ? Long.divideUnsigned(upper, byHigh) : upper / byHigh;
        long left = upper - guess * byHigh;
        while (guess >>> 32 != 0 || Long.compareUnsigned(guess * byLow, left << 32 | next) > 0) {
            guess--;
            left += byHigh;
            if (left >>> 32 != 0) {
                break;
            }
        }
        return guess;
    }
}
