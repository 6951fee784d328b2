package org.lottrace.api.quantity;

import java.math.BigDecimal;

/** The one form in which a decimal number is kept: without trailing zeros, without exponent, never rounded. */
public final class ExactDecimal {
    /** Most digits before the point. */
    public static final int MAXIMUM_INTEGER_DIGITS = 15;

    /** Zeros that a message writes out. */
    private static final int LONGEST_TEXT = 40;

    private ExactDecimal() {}

    /**
     * @param number any decimal number
     * @param maximumScale most decimals it may have
     * @return the same number, so that equal numbers are equal objects
     * @throws ArithmeticException if it has more decimals, or more than {@link #MAXIMUM_INTEGER_DIGITS} digits before the
     *     point, than can be kept exactly
     */
    public static BigDecimal of(BigDecimal number, int maximumScale) {
        BigDecimal exact = number.scale() == 0 ? number : number.stripTrailingZeros();
        // in long, and before anything is written out: 1E999999999 has more digits than there is memory
        long digits = (long) exact.precision() - exact.scale();
        if (exact.scale() > maximumScale || digits > MAXIMUM_INTEGER_DIGITS) {
            throw new ArithmeticException(text(exact) + " has more than " + maximumScale + " decimals or "
                    + MAXIMUM_INTEGER_DIGITS + " digits before the point");
        }
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static String text(BigDecimal number) {
        return Math.abs((long) number.scale()) > LONGEST_TEXT ? number.toString() : number.toPlainString();
    }
}
