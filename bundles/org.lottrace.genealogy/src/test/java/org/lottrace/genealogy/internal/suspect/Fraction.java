package org.lottrace.genealogy.internal.suspect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import org.lottrace.api.quantity.Quantity;

/** An exact rational number, reduced. */
public final class Fraction implements Comparable<Fraction> {
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** Denominators beyond this are rounded to {@link #DECIMALS}: long chains of mixing would let them grow for ever. */
    private static final int LONGEST_DENOMINATOR_BITS = 1024;

    private static final int DECIMALS = 60;

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Fraction(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public static Fraction of(BigDecimal number) {
        return number.scale() <= 0
                ? new Fraction(number.toBigIntegerExact(), BigInteger.ONE)
                : reduced(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    public static Fraction of(Quantity quantity) {
        return of(quantity.amount());
    }

    public Fraction plus(Fraction other) {
        return reduced(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    /** @return {@code this × part ÷ whole} */
    public Fraction times(Fraction part, Fraction whole) {
        return reduced(
                numerator.multiply(part.numerator).multiply(whole.denominator),
                denominator.multiply(part.denominator).multiply(whole.numerator));
    }

    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** @return this, or zero when it is less */
    public Fraction orZero() {
        return max(ZERO);
    }

    public boolean isPositive() {
        return numerator.signum() > 0;
    }

    /** @return the same number, rounded to 60 decimals when it is unwieldy */
    Fraction wieldy(RoundingMode rounding) {
        return denominator.bitLength() <= LONGEST_DENOMINATOR_BITS ? this : of(decimal(DECIMALS, rounding));
    }

    public BigDecimal decimal(int decimals, RoundingMode rounding) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, rounding);
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction fraction && compareTo(fraction) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, denominator);
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }

    private static Fraction reduced(BigInteger numerator, BigInteger denominator) {
        BigInteger divisor = numerator.gcd(denominator);
        return new Fraction(numerator.divide(divisor), denominator.divide(divisor));
    }
}
