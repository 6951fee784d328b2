package org.lottrace.cost.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Lots of an item at first in, first out are together worth what its layers are: the goods of the lot that came first at the cost of what
 * came first. So an entry has no line for others as long as goods are picked in that order. With more than {@value
 * Revaluing#MOST_LOTS} lots only those that goods leave are looked at, and a few others bear the difference ({@link ManyLots}).
 */
final class SpreadLayers {
    private final Posting posting;
    private final OldestFirst layers;

    SpreadLayers(Posting posting, OldestFirst layers) {
        this.posting = posting;
        this.layers = layers;
    }

    /** @param moved lots of the item that the event names */
    void over(ItemNumber item, Set<LotKey> moved) {
        SortedMap<LotKey, Layer> there = posting.onStock(item);
        Map<LotKey, Quantity> quantities = new TreeMap<>();
        there.forEach((lot, layer) -> {
            if (!layer.left().quantity().isZero()) {
                quantities.put(lot, layer.left().quantity());
            }
        });
        if (quantities.values().stream().anyMatch(Quantity::isNegative)) {
            return;
        }
        if (quantities.isEmpty() || layers.value().isNegative()) {
            there.forEach((lot, layer) ->
                    settle(lot, layer, posting.noMoney(), Optional.of(Account.PURCHASE_PRICE_VARIANCE)));
            layers.forgetValues();
            layers.spread(quantities);
            return;
        }
        Map<LotKey, Money> values = layers.spread(quantities);
        if (there.size() > Revaluing.MOST_LOTS) {
            Set<LotKey> touched = new HashSet<>(moved);
            touched.addAll(Revaluing.withoutGoods(there));
            new ManyLots(posting, item).toAverage(touched);
        } else {
            there.forEach(
                    (lot, layer) -> settle(lot, layer, values.getOrDefault(lot, posting.noMoney()), Optional.empty()));
        }
    }

    private void settle(LotKey lot, Layer layer, Money value, Optional<Account> against) {
        if (!layer.left().value().equals(value)) {
            posting.settle(lot, Layer.of(new CostedQuantity(layer.left().quantity(), value)), against);
        }
    }
}
