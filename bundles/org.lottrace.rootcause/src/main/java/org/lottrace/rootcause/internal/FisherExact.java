package org.lottrace.rootcause.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Fisher's exact test, one-sided, and Holm's correction, in decimal numbers of 34 digits: no chance is so small that it
 * becomes zero.
 *
 * <p>Source: R. A. Fisher, Statistical Methods for Research Workers, 21.02; S. Holm, Scand. J. Statist. 6 (1979) 65-70.
 */
final class FisherExact {
    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final MathContext REPORTED = new MathContext(6, RoundingMode.HALF_UP);

    private FisherExact() {}

    /**
     * @param hits complaints among the exposed
     * @param exposed all exposed lots
     * @param complaints all complaints
     * @param all all lots
     * @return the chance of {@code hits} or more if the exposed were drawn blindly
     */
    static BigDecimal chance(int hits, int exposed, int complaints, int all) {
        BigDecimal term = exactly(hits, exposed, complaints, all);
        BigDecimal sum = term;
        for (long k = hits; k < Math.min(exposed, complaints); k++) {
            term = term.multiply(BigDecimal.valueOf((exposed - k) * (complaints - k)), EXACT)
                    .divide(BigDecimal.valueOf((k + 1) * (all - exposed - complaints + k + 1)), EXACT);
            sum = sum.add(term, EXACT);
        }
        return sum.min(BigDecimal.ONE).round(REPORTED);
    }

    /**
     * @param chances in ascending order
     * @return each corrected for their number, in the same order
     */
    static List<BigDecimal> corrected(List<BigDecimal> chances) {
        List<BigDecimal> corrected = new ArrayList<>();
        BigDecimal before = BigDecimal.ZERO;
        for (BigDecimal chance : chances) {
            BigDecimal left = BigDecimal.valueOf(chances.size() - corrected.size());
            before = chance.multiply(left, REPORTED).min(BigDecimal.ONE).max(before);
            corrected.add(before);
        }
        return corrected;
    }

    /** Draws the complaints one after the other: first the hits, then the others, in every order. */
    private static BigDecimal exactly(long hits, long exposed, long complaints, long all) {
        BigDecimal chance = BigDecimal.ONE;
        for (long drawn = 0; drawn < complaints; drawn++) {
            long fitting = drawn < hits ? exposed - drawn : all - exposed - (drawn - hits);
            chance = chance.multiply(BigDecimal.valueOf(fitting), EXACT).divide(BigDecimal.valueOf(all - drawn), EXACT);
        }
        for (long k = 1; k <= hits; k++) {
            chance = chance.multiply(BigDecimal.valueOf(complaints - hits + k), EXACT)
                    .divide(BigDecimal.valueOf(k), EXACT);
        }
        return chance;
    }
}
