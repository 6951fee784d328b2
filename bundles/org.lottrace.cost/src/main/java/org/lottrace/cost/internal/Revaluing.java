package org.lottrace.cost.internal;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostMethod;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What an event changes of the worth of goods besides, when their item is not valued lot by lot. After it all lots of an item at weighted
 * average have one unit cost again, to the minor unit, and lots of an item at standard have that. So issues take their value of their
 * lot by the one rule ({@link Layer}), whatever the method.
 *
 * <p>Of an item with more than {@value #MOST_LOTS} lots on stock an entry would have a line for each of them. There a lot comes to the
 * average when goods of it leave, and a few other lots bear the difference ({@link ManyLots}).
 */
final class Revaluing {
    /** Most lots on stock of an item over which a value is spread at once. */
    static final int MOST_LOTS = 100;

    private final TraceEvent event;
    private final Posting posting;
    private final Set<ItemNumber> averaged = new LinkedHashSet<>();

    Revaluing(TraceEvent event, Posting posting) {
        this.event = event;
        this.posting = posting;
    }

    /** What leaves of many lots leaves at their average; a reversal takes the values of its original. */
    void beforeGoodsLeave() {
        if (event.type() == EventType.REVERSE) {
            return;
        }
        Set<LotKey> leaving = new TreeSet<>();
        event.lines().stream()
                .filter(line -> BookingRule.isInventory(line.from()) && !BookingRule.isInventory(line.to()))
                .map(EventLine::lot)
                .filter(lot -> posting.valuation(lot.item()).method() == CostMethod.WEIGHTED_AVERAGE)
                .forEach(leaving::add);
        for (LotKey lot : leaving) {
            if (posting.onStock(lot.item()).size() > MOST_LOTS && averaged.add(lot.item())) {
                // looked at again afterwards, for they may have become few
                new ManyLots(posting, lot.item()).toAverage(leaving);
            }
        }
    }

    void settle() {
        for (LotKey lot : List.copyOf(posting.changed())) {
            ItemValuation valuation = posting.valuation(lot.item());
            if (valuation.method() == CostMethod.WEIGHTED_AVERAGE) {
                averaged.add(lot.item());
            }
            valuation.standard().ifPresent(standard -> toStandard(lot, standard));
        }
        averaged.forEach(this::toAverage);
        posting.layers().settle();
    }

    private void toStandard(LotKey lot, ItemValuation.Standard standard) {
        posting.known(lot).ifPresent(layer -> {
            Quantity quantity = layer.left().quantity();
            CostedQuantity basis = standard.basis(quantity.unit(), currency());
            posting.settle(
                    lot,
                    new Layer(new CostedQuantity(quantity, Layer.share(basis, quantity)), basis),
                    Optional.of(variance()));
        });
    }

    private Account variance() {
        if (MethodText.isChange(event)) {
            return Account.INVENTORY_REVALUATION;
        }
        boolean isMade = event.type() == EventType.PRODUCE || EventType.TRANSFORMATIONS.contains(event.type());
        return isMade ? Account.PRODUCTION_VARIANCE : Account.PURCHASE_PRICE_VARIANCE;
    }

    private void toAverage(ItemNumber item) {
        SortedMap<LotKey, Layer> there = posting.onStock(item);
        boolean isOwed = there.values().stream()
                .anyMatch(layer -> layer.left().quantity().isNegative());
        if (there.isEmpty() || isOwed) {
            return;
        }
        CostedQuantity all = sum(there);
        if (all.quantity().isZero() || all.value().isNegative()) {
            there.forEach((lot, layer) -> posting.settle(
                    lot,
                    worth(layer.left().quantity(), posting.noMoney()),
                    Optional.of(Account.PURCHASE_PRICE_VARIANCE)));
        } else if (there.size() > MOST_LOTS) {
            new ManyLots(posting, item).toAverage(withoutGoods(there));
        } else if (there.values().stream().anyMatch(layer -> isOff(layer.left(), all))) {
            spread(there, all);
        }
    }

    static Set<LotKey> withoutGoods(SortedMap<LotKey, Layer> there) {
        Set<LotKey> lots = new TreeSet<>();
        there.forEach((lot, layer) -> {
            CostedQuantity left = layer.left();
            if (left.quantity().isZero() || left.value().isNegative()) {
                lots.add(lot);
            }
        });
        return lots;
    }

    static CostedQuantity sum(SortedMap<LotKey, Layer> there) {
        return there.values().stream()
                .map(Layer::left)
                .reduce(CostedQuantity::plus)
                .orElseThrow();
    }

    private static Layer worth(Quantity quantity, Money value) {
        return Layer.of(new CostedQuantity(quantity, value));
    }

    /** @return true when it is a minor unit or more away from its share */
    private boolean isOff(CostedQuantity left, CostedQuantity all) {
        BigDecimal minor = BigDecimal.ONE.movePointLeft(currency().getDecimalPlaces());
        BigDecimal quantity = all.quantity().amount();
        BigDecimal off = left.value()
                .getAmount()
                .multiply(quantity)
                .subtract(all.value().getAmount().multiply(left.quantity().amount()))
                .abs();
        return off.compareTo(minor.multiply(quantity)) >= 0;
    }

    private void spread(SortedMap<LotKey, Layer> there, CostedQuantity all) {
        List<LotKey> lots = List.copyOf(there.keySet());
        List<Money> shares = LargestRemainder.split(
                all.value(),
                lots.stream()
                        .map(lot -> there.get(lot).left().quantity().amount())
                        .toList());
        for (int i = 0; i < lots.size(); i++) {
            Quantity quantity = there.get(lots.get(i)).left().quantity();
            boolean fits = Layer.share(all, quantity).equals(shares.get(i));
            Layer own = worth(quantity, shares.get(i));
            posting.settle(lots.get(i), fits ? new Layer(own.left(), all) : own, Optional.empty());
        }
    }

    private CurrencyUnit currency() {
        return posting.noMoney().getCurrencyUnit();
    }

    /** @return what goods of a lot that never had a cost are worth, when their item is not valued lot by lot and that is known */
    static Optional<CostedQuantity> worth(ItemNumber item, Quantity quantity, Posting posting) {
        ItemValuation valuation = posting.valuation(item);
        Optional<CostedQuantity> known = valuation
                .standard()
                .map(standard ->
                        standard.basis(quantity.unit(), posting.noMoney().getCurrencyUnit()));
        if (valuation.isOfAllLots()) {
            SortedMap<LotKey, Layer> there = posting.onStock(item);
            known = there.isEmpty()
                    ? Optional.empty()
                    : Optional.of(sum(there)).filter(all -> all.quantity().isPositive());
        }
        return known.map(unitCost -> new CostedQuantity(quantity, Layer.share(unitCost, quantity)));
    }
}
