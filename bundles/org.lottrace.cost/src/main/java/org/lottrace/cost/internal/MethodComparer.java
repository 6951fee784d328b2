package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.joda.money.CurrencyUnit;
import org.lottrace.api.cost.Account;
import org.lottrace.api.cost.CostedQuantity;
import org.lottrace.api.cost.LotCost;
import org.lottrace.api.cost.MethodComparison;
import org.lottrace.api.cost.store.PeriodStore;
import org.lottrace.api.cost.store.PeriodStore.Flow;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.UnitOfMeasure;

/**
 * Compares the methods for some items at a time, in the order in which things became known, as the books are. What was undone within
 * these days never was; only what both together changed of a value remains. In memory there is what is left of these items, and what
 * was sold of lots that came back, and not what moved.
 */
final class MethodComparer {
    private final CurrencyUnit currency;
    private final Set<LotKey> cameBack;
    private final Set<ItemNumber> averaged;
    private final SortedMap<Long, Long> undone;
    private final Set<Long> undoneOriginals;
    private final Map<ItemNumber, ItemComparison> items = new LinkedHashMap<>();
    private final Map<Long, Map<LotKey, CostedQuantity>> untilUndone = new HashMap<>();
    private final Map<ItemNumber, List<Flow>> entry = new LinkedHashMap<>();
    private long number;

    /**
     * @param cameBack lots of which sold goods come back
     * @param undone by entry that undoes another: which one
     * @param averaged items whose value the books have ever spread over their lots
     */
    MethodComparer(
            CurrencyUnit currency, Set<LotKey> cameBack, SortedMap<Long, Long> undone, Set<ItemNumber> averaged) {
        this.averaged = averaged;
        this.currency = currency;
        this.cameBack = cameBack;
        this.undone = undone;
        this.undoneOriginals = new HashSet<>(undone.values());
    }

    /** Which days, as far as they were known. */
    record Days(LocalDate from, LocalDate to, long known) {}

    /** @return by item, in the order of the items; what had and moved nothing is left out */
    static List<MethodComparison> compare(
            PeriodStore store, List<ItemNumber> items, Days days, CurrencyUnit currency, Set<ItemNumber> averaged) {
        LocalDate from = days.from();
        LocalDate to = days.to();
        long known = days.known();
        MethodComparer comparer = new MethodComparer(
                currency, store.cameBack(items, from, to, known), store.undone(items, from, to, known), averaged);
        store.onStock(items, from.minusDays(1), known).forEach(comparer::open);
        store.flows(items, from, to, known, comparer::take);
        return comparer.results(items);
    }

    void open(LotCost lot) {
        of(lot.lot(), lot.onStock()).open(lot);
    }

    void take(Flow line) {
        if (line.entry() != number) {
            endEntry();
            number = line.entry();
        }
        if (undoneOriginals.contains(number)) {
            keep(number, line);
        } else if (undone.containsKey(number)) {
            keep(undone.get(number), line);
        } else {
            entry.computeIfAbsent(line.lot().item(), item -> new ArrayList<>()).add(line);
        }
    }

    private void keep(long original, Flow line) {
        if (line.account() == Account.INVENTORY) {
            untilUndone
                    .computeIfAbsent(original, any -> new LinkedHashMap<>())
                    .merge(line.lot(), line.amount(), CostedQuantity::plus);
        }
    }

    private void endEntry() {
        entry.forEach(
                (item, lines) -> of(lines.get(0).lot(), lines.get(0).amount()).take(lines));
        entry.clear();
        Optional.ofNullable(undone.get(number))
                .map(untilUndone::remove)
                .ifPresent(lots -> lots.forEach((lot, rest) -> of(lot, rest)
                        .take(List.of(
                                new Flow(number, EventType.REVERSE, Account.INVENTORY, lot, Optional.empty(), rest)))));
    }

    private ItemComparison of(LotKey lot, CostedQuantity some) {
        UnitOfMeasure unit = some.quantity().unit();
        return items.computeIfAbsent(
                lot.item(), item -> new ItemComparison(item, unit, currency, cameBack, averaged.contains(item)));
    }

    List<MethodComparison> results(List<ItemNumber> asked) {
        endEntry();
        number = 0;
        return asked.stream()
                .flatMap(item -> Optional.ofNullable(items.get(item)).flatMap(ItemComparison::result).stream())
                .toList();
    }
}
