package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * What is said of the shipped quantities (SN1) a second time, in another place: nobody reads it, so it must agree with them.
 *
 * <ul>
 *   <li>PO4: of packs of pack × size in the unit of the goods a whole number was shipped. In another unit it says what is in one
 *       of them, as 12 pieces in a case.
 *   <li>MEA: a count, and the net weight of goods that are shipped by weight, are the quantity. The net weight of pieces, and every
 *       gross weight, is not used.
 *   <li>CTT02 is the sum of all SN102, or of those of the lines, or their sum without regard to decimal points.
 * </ul>
 *
 * <p>Source: X12 004010, 856, PO4, MEA, CTT02; data elements 355, 738 and 347 (hash total).
 */
final class ComparedFacts {
    private static final Set<String> WEIGHTS = Set.of("KG", "GR", "ME", "MP", "LB", "OZ", "TN");
    /** Digits of data element 347. */
    private static final BigDecimal LONGEST_HASH_TOTAL = BigDecimal.TEN.pow(10);

    /** SN102 and SN103 of a level. */
    private record Shipped(String amount, String unit) {}

    private Shipped ofLevel;
    private BigDecimal sum = BigDecimal.ZERO;
    /** Without regard to decimal points. */
    private BigDecimal digits = BigDecimal.ZERO;

    /** What follows is of another level. */
    void nextLevel() {
        ofLevel = null;
    }

    void shipped(String amount, String unit) {
        shipped(amount, unit, true);
    }

    /** @param isCounted whether it is one of those that the hash total sums up */
    void shipped(String amount, String unit, boolean isCounted) {
        ofLevel = new Shipped(amount, unit);
        Optional<BigDecimal> counted = isCounted ? Texts.amount(amount) : Optional.empty();
        counted.ifPresent(number -> {
            sum = sum.add(number);
            digits = digits.add(new BigDecimal(number.unscaledValue().abs()));
        });
    }

    /** @param inOne pack × size in that unit */
    boolean packs(Optional<BigDecimal> inOne, String unit) {
        if (ofLevel == null || !isSameKind(ofLevel.unit, unit)) {
            return true;
        }
        return isSame(ofLevel.unit, unit)
                && inOne.isPresent()
                && inOne.get().signum() > 0
                && Texts.amount(ofLevel.amount)
                        .filter(all -> all.remainder(inOne.get()).signum() == 0)
                        .isPresent();
    }

    boolean count(String amount, String unit) {
        return ofLevel != null && isSame(ofLevel.unit, unit) && isEqual(ofLevel.amount, amount);
    }

    boolean netWeight(String amount, String unit) {
        return ofLevel == null || !WEIGHTS.contains(ofLevel.unit) || count(amount, unit);
    }

    /**
     * When all levels have been read.
     *
     * @param ofLines the sum of SN102 of each level that became a line
     */
    boolean hashTotal(String total, BigDecimal ofLines) {
        return isEqual(sum.toPlainString(), total)
                || isEqual(ofLines.toPlainString(), total)
                || isEqual(digits.remainder(LONGEST_HASH_TOTAL).toPlainString(), total);
    }

    private static boolean isSameKind(String one, String other) {
        return isSame(one, other) || WEIGHTS.contains(one) && WEIGHTS.contains(other);
    }

    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || UnitCodes.fromX12(one).isPresent() && UnitCodes.fromX12(one).equals(UnitCodes.fromX12(other));
    }

    private static boolean isEqual(String one, String other) {
        return Texts.amount(one)
                .flatMap(a -> Texts.amount(other).filter(b -> a.compareTo(b) == 0))
                .isPresent();
    }
}
