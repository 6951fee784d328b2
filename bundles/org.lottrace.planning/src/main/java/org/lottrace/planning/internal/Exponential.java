package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.math.MathContext;

/** Powers in decimal numbers of 34 digits, whose exponents are so large that no chance becomes zero on the way. */
final class Exponential {
    static final MathContext EXACT = MathContext.DECIMAL128;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal NEAR_ONE = new BigDecimal("0.1");
    private static final BigDecimal LAST_DIGIT = new BigDecimal("1E-36");
    private static final BigDecimal SMALL = new BigDecimal("0.5");

    private Exponential() {}

    /** @return e to that power: the series of a part of the power that is small, squared until it is the whole */
    static BigDecimal exp(BigDecimal power) {
        int halvings = 0;
        BigDecimal part = power;
        while (part.abs().compareTo(SMALL) > 0) {
            part = part.divide(TWO, EXACT);
            halvings++;
        }
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(LAST_DIGIT) > 0; n++) {
            term = term.multiply(part, EXACT).divide(BigDecimal.valueOf(n), EXACT);
            sum = sum.add(term, EXACT);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, EXACT);
        }
        return sum;
    }

    /** @return the natural logarithm of a number greater than 0: of a root that is near one, by the series of the inverse hyperbolic tangent */
    static BigDecimal ln(BigDecimal number) {
        BigDecimal root = number;
        BigDecimal factor = TWO;
        while (root.subtract(BigDecimal.ONE).abs().compareTo(NEAR_ONE) > 0) {
            root = root.sqrt(EXACT);
            factor = factor.multiply(TWO);
        }
        BigDecimal ratio = root.subtract(BigDecimal.ONE).divide(root.add(BigDecimal.ONE), EXACT);
        BigDecimal square = ratio.multiply(ratio, EXACT);
        BigDecimal term = ratio;
        BigDecimal sum = ratio;
        for (int n = 3; term.abs().compareTo(LAST_DIGIT) > 0; n += 2) {
            term = term.multiply(square, EXACT);
            sum = sum.add(term.divide(BigDecimal.valueOf(n), EXACT), EXACT);
        }
        return sum.multiply(factor, EXACT);
    }

    /** @return a number greater than 0 to any power */
    static BigDecimal pow(BigDecimal number, BigDecimal power) {
        return exp(ln(number).multiply(power, EXACT));
    }
}
