package org.lottrace.api.quantity;

import java.math.BigDecimal;

/** The one form in which a decimal number is kept: without trailing zeros, without exponent, never rounded. */
public final class ExactDecimal {
    /** Most digits before the point. */
    public static final int MAXIMUM_INTEGER_DIGITS = 15;

    private ExactDecimal() {}

    /**
     * @param number any decimal number
     * @param maximumScale most decimals it may have
     * @return the same number, so that equal numbers are equal objects
     * @throws ArithmeticException if it has more decimals, or more than {@link #MAXIMUM_INTEGER_DIGITS} digits before the
     *     point, than can be kept exactly
     */
    public static BigDecimal of(BigDecimal number, int maximumScale) {
        BigDecimal exact = number.scale() == 0 ? number : stripped(number);
        if (exact.scale() > maximumScale || exact.precision() - exact.scale() > MAXIMUM_INTEGER_DIGITS) {
            throw new ArithmeticException(exact.toPlainString() + " has more than " + maximumScale + " decimals or "
                    + MAXIMUM_INTEGER_DIGITS + " digits before the point");
        }
        return exact;
    }

    private static BigDecimal stripped(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
