package org.lottrace.recall.internal.drill;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lottrace.api.certificate.LotBalance;
import org.lottrace.api.quantity.UnitOfMeasure;

/** How much of what came is accounted for: too much is as wrong as too little, and one lot does not make up for another. */
final class Accountability {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private Accountability() {}

    /** @return 0 to 100, rounded down, of the unit for which it is lowest; pieces and kilograms cannot be added up */
    static BigDecimal percent(List<LotBalance> balances) {
        Map<UnitOfMeasure, BigDecimal> came = new HashMap<>();
        Map<UnitOfMeasure, BigDecimal> unaccounted = new HashMap<>();
        for (LotBalance balance : balances) {
            UnitOfMeasure unit = balance.onHand().unit();
            came.merge(unit, balance.came().amount(), BigDecimal::add);
            unaccounted.merge(unit, balance.unaccounted().amount().abs(), BigDecimal::add);
        }
        return came.keySet().stream()
                .map(unit -> percent(came.get(unit), unaccounted.get(unit)))
                .min(BigDecimal::compareTo)
                .orElse(ALL);
    }

    private static BigDecimal percent(BigDecimal came, BigDecimal unaccounted) {
        if (unaccounted.signum() == 0) {
            return ALL;
        }
        if (unaccounted.compareTo(came) >= 0) {
            return BigDecimal.ZERO;
        }
        return came.subtract(unaccounted).multiply(ALL).divide(came, DECIMALS, RoundingMode.DOWN);
    }
}
