package org.lottrace.genealogy.internal.suspect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * Into how many parts the smallest quantity is divided, so that suspect goods can be counted in them. As many as there is room
 * for: where nothing but decimals is divided nothing is rounded, and otherwise the error of millions of roundings stays far
 * below what is shown.
 */
public final class Scale {
    /** More than this would be slower, and is of use only for a factor that makes all exact. */
    private static final BigInteger FAST = BigInteger.ONE.shiftLeft(63);

    private final BigInteger factor;
    private final BigInteger parts;
    private final BigInteger largest;
    /** The parts, or zero when there are too many. */
    private final long divisor;

    private Scale(BigInteger factor, BigInteger largest) {
        this.factor = factor;
        this.largest = largest;
        BigInteger most = factor;
        for (BigInteger next = factor; next.compareTo(FAST) < 0 && fits(next, largest); ) {
            most = next;
            next = next.multiply(BigInteger.TEN);
        }
        parts = most;
        divisor = parts.compareTo(FAST) < 0 ? parts.longValue() : 0;
    }

    /**
     * @param largest no number is greater, in smallest quantities
     * @throws ArithmeticException if it is so large that there is no room for it
     */
    public static Scale of(BigInteger largest) {
        if (!fits(BigInteger.ONE, largest)) {
            throw new ArithmeticException(largest + " is more than can be counted: trace fewer lots at a time");
        }
        return new Scale(BigInteger.ONE, largest);
    }

    /** @return one whose parts are at least that many times smaller than the factor of this makes them, if there is room */
    public Optional<Scale> finer(BigInteger times) {
        BigInteger product = factor.multiply(times);
        return fits(product, largest) ? Optional.of(new Scale(product, largest)) : Optional.empty();
    }

    /** @return the parts of the smallest quantity */
    public BigInteger parts() {
        return parts;
    }

    /** @return a number of parts in smallest quantities, rounded; less than nothing when they are too many for a long */
    public long smallest(Cells cells, int at, RoundingMode rounding) {
        long high = cells.high(at);
        if (high >= divisor) {
            return -1;
        }
        long whole = Cells.divided(high, cells.low(at), divisor);
        return whole < 0 ? -1 : whole + roundedUp(cells.low(at) - whole * divisor, divisor, whole, rounding);
    }

    /** @return a number of parts as a quantity, rounded to its smallest one */
    public Quantity quantity(Cells cells, int at, RoundingMode rounding, UnitOfMeasure unit) {
        long smallest = smallest(cells, at, rounding);
        if (smallest >= 0) {
            return new Quantity(BigDecimal.valueOf(smallest, Quantity.MAXIMUM_SCALE), unit);
        }
        return new Quantity(
                new BigDecimal(cells.get(at))
                        .divide(new BigDecimal(parts), 0, rounding)
                        .movePointLeft(Quantity.MAXIMUM_SCALE),
                unit);
    }

    private static long roundedUp(long left, long divisor, long whole, RoundingMode rounding) {
        if (rounding == RoundingMode.HALF_EVEN) {
            long toNext = divisor - left;
            return left > toNext || left == toNext && (whole & 1) == 1 ? 1 : 0;
        }
        return rounding == RoundingMode.CEILING && left > 0 ? 1 : 0;
    }

    private static boolean fits(BigInteger parts, BigInteger largest) {
        return parts.multiply(largest).compareTo(Cells.LIMIT) < 0;
    }
}
