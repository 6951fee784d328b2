package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * By-products take over their net realisable value and no more; the main outputs bear the rest of what was consumed (IAS 2.14). What
 * a by-product takes is spread over its ingredients by their value, and the main outputs take that much more or less of the same ones.
 */
final class ByProducts {
    private final Map<LotKey, Map<LotKey, CostedQuantity>> parts;

    private ByProducts(Map<LotKey, Map<LotKey, CostedQuantity>> parts) {
        this.parts = parts;
    }

    /**
     * @param ingredients by output
     * @param realisable value of each by-product; at least one output is none
     * @return the ingredients by output as they are taken over
     */
    static Map<LotKey, List<RollUp.Ingredient>> deducted(
            Map<LotKey, List<RollUp.Ingredient>> ingredients, Map<LotKey, Money> realisable) {
        Map<LotKey, Map<LotKey, CostedQuantity>> parts = new LinkedHashMap<>();
        ingredients.forEach((output, own) -> {
            Map<LotKey, CostedQuantity> ofOutput = new LinkedHashMap<>();
            own.forEach(part -> ofOutput.merge(part.lot(), part.amount(), CostedQuantity::plus));
            parts.put(output, ofOutput);
        });
        ByProducts products = new ByProducts(parts);
        List<LotKey> mains = ingredients.keySet().stream()
                .filter(output -> !realisable.containsKey(output))
                .toList();
        realisable.forEach((product, value) -> products.value(product, value, mains));
        Map<LotKey, List<RollUp.Ingredient>> deducted = new LinkedHashMap<>();
        parts.forEach((output, own) -> deducted.put(
                output,
                own.entrySet().stream()
                        .map(part -> new RollUp.Ingredient(part.getKey(), part.getValue()))
                        .toList()));
        return deducted;
    }

    private void value(LotKey product, Money realisable, List<LotKey> mains) {
        Map<LotKey, CostedQuantity> own = parts.get(product);
        Map<LotKey, CostedQuantity> of = own.isEmpty() ? ofAll(mains) : own;
        Money most = ofAll(mains).values().stream()
                .map(CostedQuantity::value)
                .reduce(realisable.multipliedBy(0), Money::plus)
                .plus(own.values().stream().map(CostedQuantity::value).reduce(realisable.multipliedBy(0), Money::plus));
        List<LotKey> lots = List.copyOf(of.keySet());
        List<Money> shares = LargestRemainder.split(
                realisable.isGreaterThan(most) ? most : realisable,
                weights(lots.stream()
                        .map(lot -> of.get(lot).value().getAmount())
                        .toList()));
        for (int i = 0; i < lots.size(); i++) {
            CostedQuantity before = own.getOrDefault(
                    lots.get(i),
                    new CostedQuantity(
                            Quantity.zero(of.get(lots.get(i)).quantity().unit()), realisable.multipliedBy(0)));
            own.put(lots.get(i), new CostedQuantity(before.quantity(), shares.get(i)));
            bear(lots.get(i), before.value().minus(shares.get(i)), before.quantity(), mains);
        }
    }

    /** The main outputs take so much more of the lot, by what of it went into them. */
    private void bear(LotKey lot, Money more, Quantity like, List<LotKey> mains) {
        if (more.isZero()) {
            return;
        }
        CostedQuantity nothing = new CostedQuantity(Quantity.zero(like.unit()), more.multipliedBy(0));
        List<Money> shares = LargestRemainder.split(
                more,
                weights(mains.stream()
                        .map(main -> parts.get(main)
                                .getOrDefault(lot, nothing)
                                .quantity()
                                .amount())
                        .toList()));
        for (int i = 0; i < mains.size(); i++) {
            CostedQuantity share = new CostedQuantity(nothing.quantity(), shares.get(i));
            if (!share.value().isZero()) {
                parts.get(mains.get(i)).merge(lot, share, CostedQuantity::plus);
            }
        }
    }

    private Map<LotKey, CostedQuantity> ofAll(List<LotKey> outputs) {
        Map<LotKey, CostedQuantity> all = new LinkedHashMap<>();
        outputs.forEach(output -> parts.get(output).forEach((lot, part) -> all.merge(lot, part, CostedQuantity::plus)));
        return all;
    }

    /** @return the same, or equal ones when they are all nothing */
    private static List<BigDecimal> weights(List<BigDecimal> weights) {
        return weights.stream().anyMatch(weight -> weight.signum() > 0)
                ? weights
                : weights.stream().map(weight -> BigDecimal.ONE).toList();
    }
}
