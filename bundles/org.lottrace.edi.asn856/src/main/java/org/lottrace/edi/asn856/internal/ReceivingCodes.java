package org.lottrace.edi.asn856.internal;

import java.util.Map;
import java.util.Optional;

/**
 * What a RECADV says is wrong with goods.
 *
 * <p>Source: EDIFACT D.96A and D.01B, data elements 6063 (quantity) and 4221 (discrepancy).
 */
final class ReceivingCodes {
    /** Not accepted, to be returned or destroyed; damaged. */
    private static final Map<String, ReceivingCondition> OF_QUANTITY = Map.of(
            "195", ReceivingCondition.REJECTED,
            "196", ReceivingCondition.REJECTED,
            "124", ReceivingCondition.DAMAGED);

    private static final Map<String, ReceivingCondition> OF_VARIANCE = Map.of(
            "AC", ReceivingCondition.OVER,
            "CM", ReceivingCondition.OVER,
            "AE", ReceivingCondition.WITHOUT_NOTICE,
            "AF", ReceivingCondition.DAMAGED,
            "CP", ReceivingCondition.SHORT,
            "SS", ReceivingCondition.SHORT);

    private ReceivingCodes() {}

    /** @return what is wrong with a quantity of that 6063; empty when nothing is */
    static Optional<ReceivingCondition> ofQuantity(String qualifier) {
        return Optional.ofNullable(OF_QUANTITY.get(qualifier));
    }

    /** @return what 4221 says */
    static ReceivingCondition ofVariance(String code) {
        return OF_VARIANCE.getOrDefault(code, ReceivingCondition.OTHER);
    }

    /** @return 4221 that says it; ZZZ for what the list has no code for */
    static String variance(ReceivingCondition condition) {
        return switch (condition) {
            case OVER -> "AC";
            case WITHOUT_NOTICE -> "AE";
            case DAMAGED -> "AF";
            case SHORT -> "CP";
            default -> "ZZZ";
        };
    }
}
