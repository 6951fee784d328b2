package org.lottrace.cost.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.RecallCostDraft.OverRecall;
import org.lottrace.api.cost.RecallGoods;
import org.lottrace.api.cost.store.CostStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.LotStore;

/** Compares the affected lots with a recall of everything of the same products. */
final class ProductWide {
    private final RecallGoods goods;
    private final CostStore costs;
    private final LotStore lots;

    ProductWide(RecallGoods goods, CostStore costs, LotStore lots) {
        this.goods = goods;
        this.costs = costs;
        this.lots = lots;
    }

    Optional<OverRecall> compare() {
        Set<ItemNumber> products = products();
        Set<LotKey> affected = goods.affected().stream()
                .filter(lot -> products.contains(lot.item()))
                .collect(Collectors.toSet());
        Set<LotKey> everything = new HashSet<>(affected);
        products.forEach(product -> everything.addAll(lots.notExpiredOn(goods.date(), product)));
        Set<LotKey> others =
                everything.stream().filter(lot -> !affected.contains(lot)).collect(Collectors.toSet());
        return value(affected)
                .map(value -> new OverRecall(
                        affected.size(),
                        value,
                        everything.size(),
                        value(others).map(value::plus).orElse(value)));
    }

    private Set<ItemNumber> products() {
        List<LotKey> received = goods.sold().stream().map(RecallGoods.Sold::lot).toList();
        return (received.isEmpty() ? goods.affected() : received)
                .stream().map(LotKey::item).collect(Collectors.toSet());
    }

    /** @return what is left of the lots and what was sold of them, at cost; empty when none ever had a cost */
    private Optional<Money> value(Set<LotKey> ofLots) {
        return costs.of(ofLots).stream()
                .map(LotCost::value)
                .reduce(Money::plus)
                .map(left -> costs.costOfGoodsSold(ofLots).map(left::plus).orElse(left));
    }
}
