package org.lottrace.api.edi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * Weights of any message in kilograms, to the milligram: what a notice says of weights is kept in one unit, so that it can be compared and summed.
 *
 * <p>Source: X12 data element 355; UNECE Recommendation 20; the pound is 0.45359237 kg (international yard and pound agreement, 1959).
 */
public final class WeightUnits {
    private static final UnitOfMeasure KILOGRAM = new UnitOfMeasure("KGM");
    private static final BigDecimal POUND = new BigDecimal("0.45359237");

    private static final Map<String, BigDecimal> KILOGRAMS = Map.ofEntries(
            Map.entry("KG", BigDecimal.ONE),
            Map.entry("KGM", BigDecimal.ONE),
            Map.entry("GR", new BigDecimal("0.001")),
            Map.entry("GRM", new BigDecimal("0.001")),
            Map.entry("MP", new BigDecimal("1000")),
            Map.entry("TNE", new BigDecimal("1000")),
            Map.entry("LB", POUND),
            Map.entry("LBR", POUND),
            Map.entry("OZ", new BigDecimal("0.028349523125")),
            Map.entry("ONZ", new BigDecimal("0.028349523125")),
            Map.entry("TN", POUND.multiply(new BigDecimal("2000"))));

    /** Before the point, as a quantity has them. */
    private static final int MOST_DIGITS = 15;

    private static final int MOST_DECIMALS = 20;

    private WeightUnits() {}

    /**
     * @param amount as it is written, with a decimal point
     * @param unit an X12 code (data element 355) or one of Recommendation 20
     * @return empty when it is no amount, or the unit is none of weight
     */
    public static Optional<Quantity> kilograms(String amount, String unit) {
        BigDecimal factor = KILOGRAMS.get(unit);
        if (factor == null || !isAmount(amount)) {
            return Optional.empty();
        }
        BigDecimal kilograms = new BigDecimal(amount).multiply(factor);
        return kilograms.precision() - kilograms.scale() < MOST_DIGITS
                ? Optional.of(new Quantity(rounded(kilograms), KILOGRAM))
                : Optional.empty();
    }

    private static BigDecimal rounded(BigDecimal kilograms) {
        return kilograms.scale() <= Quantity.MAXIMUM_SCALE
                ? kilograms
                : kilograms.setScale(Quantity.MAXIMUM_SCALE, RoundingMode.HALF_UP);
    }

    /** Such as the 0.1773127753 pounds of one partner: it has more decimals than a quantity of goods. */
    private static boolean isAmount(String text) {
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        return whole <= MOST_DIGITS
                && decimals <= MOST_DECIMALS
                && whole + decimals > 0
                && areDigits(text, 0, whole)
                && areDigits(text, text.length() - decimals, text.length());
    }

    private static boolean areDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
