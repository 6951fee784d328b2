package org.lottrace.edi.asn856.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private final Map<String, Shipped> shipped = new HashMap<>();
    private final List<String> amounts = new ArrayList<>();

    /** @param level HL01 */
    void shipped(String level, String amount, String unit) {
        shipped(level, amount, unit, true);
    }

    /** @param isCounted whether it is one of those that the hash total sums up */
    void shipped(String level, String amount, String unit, boolean isCounted) {
        shipped.put(level, new Shipped(amount, unit));
        if (isCounted) {
            amounts.add(amount);
        }
    }

    /** @param inOne pack × size in that unit */
    boolean packs(String level, Optional<BigDecimal> inOne, String unit) {
        Shipped goods = shipped.get(level);
        if (goods == null || !isSameKind(goods.unit, unit)) {
            return true;
        }
        return isSame(goods.unit, unit)
                && inOne.isPresent()
                && inOne.get().signum() > 0
                && Texts.amount(goods.amount)
                        .filter(all -> all.remainder(inOne.get()).signum() == 0)
                        .isPresent();
    }

    boolean count(String level, String amount, String unit) {
        Shipped goods = shipped.get(level);
        return goods != null && isSame(goods.unit, unit) && isEqual(goods.amount, amount);
    }

    boolean netWeight(String level, String amount, String unit) {
        Shipped goods = shipped.get(level);
        return goods == null || !WEIGHTS.contains(goods.unit) || count(level, amount, unit);
    }

    /** @param ofLines SN102 of each level that became a line */
    boolean hashTotal(String total, List<String> ofLines) {
        BigDecimal digits = amounts.stream()
                .flatMap(amount -> Texts.amount(amount).stream())
                .map(amount -> new BigDecimal(amount.unscaledValue().abs()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .remainder(LONGEST_HASH_TOTAL);
        return isEqual(sum(amounts).toPlainString(), total)
                || isEqual(sum(ofLines).toPlainString(), total)
                || isEqual(digits.toPlainString(), total);
    }

    private static BigDecimal sum(List<String> amounts) {
        return amounts.stream()
                .flatMap(amount -> Texts.amount(amount).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
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
