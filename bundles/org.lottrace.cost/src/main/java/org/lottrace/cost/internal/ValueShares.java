package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.Money;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;

/**
 * How the cost of a production is shared when the order says more than quantities: a by-product takes what it can be sold for, and
 * no more than there is; scrap and a by-product that is worth nothing take nothing; main product and co-products share the rest
 * (IAS 2.14). All of that is in the record.
 */
final class ValueShares {
    /** Finer than any sum of money is split. */
    private static final int SCALE = 12;

    private ValueShares() {}

    /** @return the weights of the joint products, by lot; empty when the cost is shared by quantity */
    static Map<LotKey, BigDecimal> jointProducts(TraceEvent event) {
        Map<LotKey, BigDecimal> weights = new LinkedHashMap<>();
        event.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.COST_SHARE.word()))
                .map(datum -> datum.value().text().split(" "))
                .forEach(parts -> weights.put(LotKey.parse(parts[1]), new BigDecimal(parts[0])));
        return weights;
    }

    /** @return what the by-products that the event tells of can be sold for */
    static Map<LotKey, Money> byProducts(TraceEvent event, Money nothing) {
        Map<LotKey, Money> values = new LinkedHashMap<>();
        for (EventLine line : event.lines()) {
            if (line.from().place().kind() == PlaceKind.TRANSFORMATION) {
                line.price()
                        .filter(price -> price.price()
                                .currency()
                                .equals(nothing.getCurrencyUnit().getCode()))
                        .map(price -> AtPrice.value(line.quantity(), price, nothing.getCurrencyUnit()))
                        .ifPresent(value -> values.merge(line.lot(), value, Money::plus));
            }
        }
        return values;
    }

    /**
     * @param total what was consumed
     * @param joint weights of those that share the rest
     * @param fixed what others take before that
     * @return the part of each in any sum of money; who is not named has none
     */
    static Map<LotKey, BigDecimal> of(Money total, Map<LotKey, BigDecimal> joint, Map<LotKey, Money> fixed) {
        Map<LotKey, BigDecimal> weights = new LinkedHashMap<>();
        BigDecimal left = total.getAmount();
        for (Map.Entry<LotKey, Money> one : fixed.entrySet()) {
            BigDecimal taken = one.getValue().getAmount().max(BigDecimal.ZERO).min(left);
            weights.put(one.getKey(), taken);
            left = left.subtract(taken);
        }
        BigDecimal sum = joint.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rest = total.isZero() ? BigDecimal.ONE : left;
        joint.forEach(
                (lot, weight) -> weights.put(lot, rest.multiply(weight).divide(sum, SCALE, RoundingMode.HALF_UP)));
        return weights;
    }
}
