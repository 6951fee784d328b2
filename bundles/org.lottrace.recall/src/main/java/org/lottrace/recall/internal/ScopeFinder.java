package org.lottrace.recall.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Genealogy;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TraceStops;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.lot.store.LotStore;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.LotRule;
import org.lottrace.api.recall.ScopeCriteria;
import org.lottrace.api.recall.ScopeLot;
import org.lottrace.api.recall.ScopeVersion;

/** Finds what criteria affect now. */
final class ScopeFinder {
    private final Genealogy genealogy;
    private final LotStore lots;
    private final ItemStore items;

    ScopeFinder(Genealogy genealogy, LotStore lots, ItemStore items) {
        this.genealogy = genealogy;
        this.lots = lots;
        this.items = items;
    }

    /**
     * Adds every lot and item of the criteria that is unknown.
     *
     * @param announced whether a lot that is not registered is announced, so that it can be looked for all the same
     */
    void check(ScopeCriteria criteria, Predicate<LotKey> announced, Findings findings) {
        Set<LotKey> known = lots.known(criteria.suspects());
        criteria.suspects().stream()
                .filter(lot -> !known.contains(lot) && !announced.test(lot))
                .forEach(lot -> findings.add(
                        "LOT_UNKNOWN", "suspects", "lot " + lot + " is not registered; check issuer, item and number"));
        criteria.rules().stream()
                .map(LotRule::item)
                .filter(item -> items.find(item).isEmpty())
                .forEach(item -> findings.add("ITEM_UNKNOWN", "rules", "item " + item + " is unknown"));
    }

    /** @return the lots it begins with */
    Set<LotKey> seeds(ScopeCriteria criteria) {
        Set<LotKey> seeds = new TreeSet<>(criteria.suspects());
        for (LotRule rule : criteria.rules()) {
            seeds.addAll(lots.made(rule.item(), rule.madeAt(), rule.from(), rule.to()));
        }
        criteria.excluded().forEach(seeds::remove);
        return seeds;
    }

    /** @return what the criteria affect now; without lots when they fit none */
    ScopeVersion find(int number, ScopeCriteria criteria, String reason) {
        Set<LotKey> seeds = seeds(criteria);
        if (seeds.isEmpty()) {
            return new ScopeVersion(number, criteria, reason, 0, List.of());
        }
        Set<LotKey> excluded = Set.copyOf(criteria.excluded());
        Trace trace = genealogy.trace(TraceRequest.of(Direction.FORWARD, seeds)
                .stopping(TraceStops.NONE.atLots(excluded))
                .withoutEdges());
        Quantities quantities = new Quantities(trace);
        return new ScopeVersion(
                number,
                criteria,
                reason,
                trace.ledgerPosition(),
                trace.lots().stream()
                        .filter(lot -> !excluded.contains(lot.lot()))
                        .map(quantities::of)
                        .toList());
    }

    private final class Quantities {
        private final Map<LotKey, List<Quantity>> onHand;
        private final Map<EventType, Map<LotKey, List<Quantity>>> handedOver;
        private final Map<ItemNumber, Quantity> nothing = new HashMap<>();

        Quantities(Trace trace) {
            onHand = trace.onHand().stream()
                    .collect(Collectors.groupingBy(
                            StockBalance::lot, Collectors.mapping(StockBalance::quantity, Collectors.toList())));
            handedOver = trace.handovers().stream()
                    .collect(Collectors.groupingBy(
                            Handover::type,
                            Collectors.groupingBy(
                                    Handover::lot, Collectors.mapping(Handover::quantity, Collectors.toList()))));
        }

        ScopeLot of(TracedLot traced) {
            LotKey lot = traced.lot();
            return new ScopeLot(
                    lot,
                    traced.level(),
                    sum(lot, onHand),
                    sum(lot, handedOver.getOrDefault(EventType.SHIP, Map.of())),
                    sum(lot, handedOver.getOrDefault(EventType.RETURN, Map.of())));
        }

        private Quantity sum(LotKey lot, Map<LotKey, List<Quantity>> quantities) {
            Collection<Quantity> ofLot = quantities.getOrDefault(lot, List.of());
            return Stream.concat(Stream.of(nothing.computeIfAbsent(lot.item(), this::zero)), ofLot.stream())
                    .reduce(Quantity::plus)
                    .orElseThrow();
        }

        private Quantity zero(ItemNumber item) {
            return Quantity.zero(items.find(item).map(Item::baseUnit).orElseThrow());
        }
    }
}
