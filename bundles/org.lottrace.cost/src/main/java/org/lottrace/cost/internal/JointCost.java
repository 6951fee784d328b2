package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * The one rule of what each output of a production takes over (IAS 2.14). A by-product takes what it can be sold for, and no more
 * than there is; scrap, and a by-product that is worth nothing, take nothing; main product and co-products share the rest, by the
 * shares in the record or else by the quantities of the edges. A by-product takes of its own ingredients first.
 */
final class JointCost {
    private final Map<LotKey, BigDecimal> joint;
    private final Map<LotKey, Money> realisable;
    private final CurrencyUnit currency;

    private JointCost(Map<LotKey, BigDecimal> joint, Map<LotKey, Money> realisable, CurrencyUnit currency) {
        this.joint = joint;
        this.realisable = realisable;
        this.currency = currency;
    }

    /**
     * @param told the events that tell what came out, in their order; what the last of them says of the shares counts
     * @param outputs all that came out
     * @throws UnbookableEventException if a by-product has a price in another currency
     */
    static JointCost of(List<TraceEvent> told, Collection<LotKey> outputs, CurrencyUnit currency) {
        Map<LotKey, BigDecimal> joint = jointProducts(told.get(told.size() - 1));
        Map<LotKey, Money> realisable = new LinkedHashMap<>();
        told.stream()
                .flatMap(event -> event.lines().stream())
                .filter(line -> line.to().place().kind() == PlaceKind.LOCATION)
                .forEach(line -> addPrice(line, realisable, currency));
        if (!joint.isEmpty()) {
            outputs.forEach(output -> realisable.putIfAbsent(output, Money.zero(currency)));
            realisable.keySet().removeAll(joint.keySet());
        }
        realisable.keySet().retainAll(outputs);
        boolean hasMain = realisable.size() < outputs.size();
        return new JointCost(joint, hasMain ? realisable : Map.of(), currency);
    }

    private static Map<LotKey, BigDecimal> jointProducts(TraceEvent event) {
        Map<LotKey, BigDecimal> weights = new LinkedHashMap<>();
        event.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.COST_SHARE.word()))
                .map(datum -> datum.value().text().split(" ", 2))
                .forEach(parts -> weights.put(LotKey.parse(parts[1]), new BigDecimal(parts[0])));
        return weights;
    }

    private static void addPrice(EventLine line, Map<LotKey, Money> realisable, CurrencyUnit currency) {
        line.price().ifPresent(price -> {
            if (!price.price().currency().equals(currency.getCode())) {
                throw new UnbookableEventException("the net realisable value of by-product " + line.lot() + " is in "
                        + price.price().currency() + ", but the books are kept in " + currency);
            }
            realisable.merge(line.lot(), AtPrice.value(line.quantity(), price, currency), Money::plus);
        });
    }

    /**
     * @param consumed quantity and value of each consumed lot
     * @return what each output is made of, and what of its value it takes over; together all of it
     * @throws UnbookableEventException if edges and lots do not fit together
     */
    Map<LotKey, List<RollUp.Ingredient>> share(
            List<Edge> edges, Collection<LotKey> outputs, Map<LotKey, CostedQuantity> consumed) {
        RollUp rollUp = RollUp.of(edges, outputs, consumed);
        Map<LotKey, Map<LotKey, CostedQuantity>> parts = new LinkedHashMap<>();
        outputs.forEach(output -> parts.put(output, merged(rollUp.ingredientsOf(output))));
        if (!joint.isEmpty() || !realisable.isEmpty()) {
            Map<LotKey, Money> left = new LinkedHashMap<>();
            consumed.forEach((lot, amount) -> left.put(lot, amount.value()));
            realisable.forEach((product, value) -> takeOut(value, parts.get(product), left, consumed));
            List<Map<LotKey, CostedQuantity>> mains = parts.entrySet().stream()
                    .filter(part -> !realisable.containsKey(part.getKey()))
                    .map(Map.Entry::getValue)
                    .toList();
            List<BigDecimal> weights = parts.keySet().stream()
                    .filter(output -> !realisable.containsKey(output))
                    .map(output -> joint.getOrDefault(output, BigDecimal.ZERO))
                    .toList();
            left.forEach((lot, value) ->
                    bear(lot, value, Quantity.zero(consumed.get(lot).quantity().unit()), mains, weights));
        }
        return ingredients(parts);
    }

    /** @return what each main output takes over of conversion cost and overhead: by what it takes over of the rest */
    Map<LotKey, Money> conversion(Money absorbed, Map<LotKey, List<RollUp.Ingredient>> taken) {
        if (absorbed.isZero()) {
            return Map.of();
        }
        List<LotKey> mains = taken.keySet().stream()
                .filter(output -> !realisable.containsKey(output))
                .toList();
        List<Money> shares = LargestRemainder.split(
                absorbed, weights(mains, main -> value(taken.get(main)).getAmount()));
        Map<LotKey, Money> conversion = new LinkedHashMap<>();
        for (int i = 0; i < mains.size(); i++) {
            conversion.put(mains.get(i), shares.get(i));
        }
        return conversion;
    }

    /** @return the value of all of them */
    Money value(List<RollUp.Ingredient> ingredients) {
        return ingredients.stream().map(part -> part.amount().value()).reduce(Money.zero(currency), Money::plus);
    }

    private void takeOut(
            Money worth,
            Map<LotKey, CostedQuantity> own,
            Map<LotKey, Money> left,
            Map<LotKey, CostedQuantity> consumed) {
        own.replaceAll((lot, amount) -> new CostedQuantity(amount.quantity(), Money.zero(currency)));
        Money rest = worth.minus(take(worth, List.copyOf(own.keySet()), own, left, consumed));
        take(rest, List.copyOf(left.keySet()), own, left, consumed);
    }

    /** @return what of it could be taken of these lots, by what is left of each */
    private Money take(
            Money wanted,
            List<LotKey> lots,
            Map<LotKey, CostedQuantity> own,
            Map<LotKey, Money> left,
            Map<LotKey, CostedQuantity> consumed) {
        Money there = lots.stream().map(left::get).reduce(Money.zero(currency), Money::plus);
        Money taken = wanted.isGreaterThan(there) ? there : wanted;
        if (!taken.isPositive()) {
            return Money.zero(currency);
        }
        List<Money> shares =
                LargestRemainder.split(taken, weights(lots, lot -> left.get(lot).getAmount()));
        for (int i = 0; i < lots.size(); i++) {
            Money share = shares.get(i);
            if (!share.isZero()) {
                Quantity none =
                        Quantity.zero(consumed.get(lots.get(i)).quantity().unit());
                own.merge(lots.get(i), new CostedQuantity(none, share), CostedQuantity::plus);
                left.computeIfPresent(lots.get(i), (lot, before) -> before.minus(share));
            }
        }
        return taken;
    }

    /** The main outputs bear what by-products leave of a lot: those that it went into, and all when it went into none of them. */
    private static void bear(
            LotKey lot,
            Money value,
            Quantity none,
            List<Map<LotKey, CostedQuantity>> mains,
            List<BigDecimal> jointWeights) {
        boolean isInMain = mains.stream().anyMatch(main -> main.containsKey(lot));
        List<Integer> bearing = IntStream.range(0, mains.size())
                .filter(i -> !isInMain || mains.get(i).containsKey(lot))
                .boxed()
                .toList();
        CostedQuantity nothing = new CostedQuantity(none, value.multipliedBy(0));
        boolean isByShare = bearing.stream().anyMatch(i -> jointWeights.get(i).signum() > 0);
        List<Money> shares = LargestRemainder.split(
                value,
                weights(
                        bearing,
                        isByShare
                                ? jointWeights::get
                                : i -> mains.get(i)
                                        .getOrDefault(lot, nothing)
                                        .quantity()
                                        .amount()));
        for (int i = 0; i < bearing.size(); i++) {
            Map<LotKey, CostedQuantity> main = mains.get(bearing.get(i));
            Quantity quantity = main.getOrDefault(lot, nothing).quantity();
            if (isInMain || !shares.get(i).isZero()) {
                main.put(lot, new CostedQuantity(quantity, shares.get(i)));
            }
        }
    }

    private static Map<LotKey, CostedQuantity> merged(List<RollUp.Ingredient> ingredients) {
        Map<LotKey, CostedQuantity> merged = new LinkedHashMap<>();
        ingredients.forEach(part -> merged.merge(part.lot(), part.amount(), CostedQuantity::plus));
        return merged;
    }

    private static Map<LotKey, List<RollUp.Ingredient>> ingredients(Map<LotKey, Map<LotKey, CostedQuantity>> parts) {
        Map<LotKey, List<RollUp.Ingredient>> ingredients = new LinkedHashMap<>();
        parts.forEach((output, own) -> ingredients.put(
                output,
                own.entrySet().stream()
                        .map(part -> new RollUp.Ingredient(part.getKey(), part.getValue()))
                        .toList()));
        return ingredients;
    }

    /** @return a weight for each, equal ones when they are all nothing */
    private static <T> List<BigDecimal> weights(List<T> all, Function<T, BigDecimal> weight) {
        List<BigDecimal> weights =
                all.stream().map(weight).map(one -> one.max(BigDecimal.ZERO)).toList();
        return weights.stream().anyMatch(one -> one.signum() > 0)
                ? weights
                : all.stream().map(one -> BigDecimal.ONE).toList();
    }
}
