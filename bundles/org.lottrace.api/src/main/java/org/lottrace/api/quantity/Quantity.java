package org.lottrace.api.quantity;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An exact amount of one unit; may be negative (a difference) or zero.
 *
 * <p>Two quantities are equal when amount and unit are: trailing zeros are dropped, so {@code 1.50 KGM} equals
 * {@code 1.5 KGM}.
 *
 * @param amount at most 6 decimals and 15 digits before the point
 * @param unit the unit of {@code amount}
 */
public record Quantity(BigDecimal amount, UnitOfMeasure unit) implements Comparable<Quantity> {
    /** Most decimals an amount can have. */
    public static final int MAXIMUM_SCALE = 6;

    /** @throws ArithmeticException if {@code amount} has more decimals or digits than can be kept exactly */
    public Quantity {
        amount = ExactDecimal.of(amount, MAXIMUM_SCALE);
        Objects.requireNonNull(unit);
    }

    /**
     * @param amount a decimal number such as {@code 12.5}
     * @param unit a UNECE Recommendation 20 code
     * @throws NumberFormatException if {@code amount} is not a decimal number
     */
    public static Quantity of(String amount, String unit) {
        return new Quantity(new BigDecimal(amount), new UnitOfMeasure(unit));
    }

    /** @return nothing of {@code unit} */
    public static Quantity zero(UnitOfMeasure unit) {
        return new Quantity(BigDecimal.ZERO, unit);
    }

    /** @throws UnitMismatchException if the units differ */
    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(sameUnit(other).amount), unit);
    }

    /** @throws UnitMismatchException if the units differ */
    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(sameUnit(other).amount), unit);
    }

    /** @return the same amount with the opposite sign */
    public Quantity negated() {
        return new Quantity(amount.negate(), unit);
    }

    /** @throws UnitMismatchException if the units differ */
    public Quantity min(Quantity other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** @return true when nothing is left */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** @return true when more than nothing */
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /** @return true when less than nothing */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /** @throws UnitMismatchException if the units differ */
    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(sameUnit(other).amount);
    }

    /** @return amount and unit, never in exponent form: {@code 100 KGM} */
    @Override
    public String toString() {
        return amount.toPlainString() + " " + unit;
    }

    private Quantity sameUnit(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new UnitMismatchException(unit, other.unit);
        }
        return other;
    }
}
