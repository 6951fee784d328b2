package org.lottrace.cost.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.joda.money.Money;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;

/**
 * An item at weighted average with so many lots on stock that a value is not spread over them at once. Some of them come to the average
 * of all, exactly, and a few others bear the difference: first those that it brings nearer to the average, then the one that is worth
 * most. So an entry stays short, all lots together keep their value, and whatever leaves has come to the average before.
 */
final class ManyLots {
    private static final int MOST_BEARERS = 10;

    private final Posting posting;
    private final SortedMap<LotKey, Layer> there;
    private final CostedQuantity all;
    private final Map<LotKey, Money> changes = new HashMap<>();

    ManyLots(Posting posting, ItemNumber item) {
        this.posting = posting;
        this.there = posting.onStock(item);
        this.all = Revaluing.sum(there);
    }

    /** Nothing when there are no goods to take an average of. */
    void toAverage(Set<LotKey> lots) {
        boolean isOwed = there.values().stream()
                .anyMatch(layer -> layer.left().quantity().isNegative());
        if (isOwed || !all.quantity().isPositive() || all.value().isNegative()) {
            return;
        }
        Money missing = posting.noMoney();
        for (LotKey lot : lots) {
            if (there.containsKey(lot)) {
                Money off = off(lot);
                change(lot, off.negated());
                missing = missing.minus(off);
            }
        }
        bear(missing.negated(), lots);
        changes.forEach(this::settle);
    }

    /** @return what the lot is worth more than its share, at the changes so far */
    private Money off(LotKey lot) {
        return value(lot).minus(Layer.share(all, there.get(lot).left().quantity()));
    }

    private Money value(LotKey lot) {
        return there.get(lot).left().value().plus(changes.getOrDefault(lot, posting.noMoney()));
    }

    private void change(LotKey lot, Money change) {
        changes.merge(lot, change, Money::plus);
    }

    private void bear(Money change, Set<LotKey> without) {
        Map<LotKey, Money> offs = new HashMap<>();
        there.keySet().stream().filter(lot -> !without.contains(lot)).forEach(lot -> offs.put(lot, off(lot)));
        Comparator<LotKey> byOff = Comparator.comparing(offs::get);
        List<LotKey> nearest = offs.keySet().stream()
                .sorted((change.isNegative() ? byOff.reversed() : byOff).thenComparing(Comparator.naturalOrder()))
                .limit(MOST_BEARERS)
                .toList();
        Money rest = change;
        for (LotKey lot : nearest) {
            Money nearer = offs.get(lot).negated();
            if (nearer.isPositive() && rest.isPositive() || nearer.isNegative() && rest.isNegative()) {
                Money part = nearer.abs().isLessThan(rest.abs()) ? nearer : rest;
                change(lot, part);
                rest = rest.minus(part);
            }
        }
        while (!rest.isZero()) {
            rest = rest.minus(ofMostWorth(rest, without));
        }
    }

    /** @return what it bears of that: nothing becomes worth less than nothing */
    private Money ofMostWorth(Money rest, Set<LotKey> without) {
        LotKey lot = there.keySet().stream()
                .filter(one -> there.get(one).left().quantity().isPositive())
                .filter(one -> rest.isPositive() || value(one).isPositive())
                .max(Comparator.<LotKey, Boolean>comparing(one -> !without.contains(one))
                        .thenComparing(this::value))
                .orElseThrow();
        Money part = value(lot).plus(rest).isNegative() ? value(lot).negated() : rest;
        change(lot, part);
        return part;
    }

    private void settle(LotKey lot, Money change) {
        CostedQuantity left = there.get(lot).left();
        CostedQuantity to = new CostedQuantity(left.quantity(), left.value().plus(change));
        boolean fits = Layer.share(all, to.quantity()).equals(to.value());
        posting.settle(lot, fits && to.quantity().isPositive() ? new Layer(to, all) : Layer.of(to), Optional.empty());
    }
}
