package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.Segregation;
import org.lottrace.api.lot.store.ItemStore;
import org.lottrace.api.violation.ViolationPath;

/** Lots that are to be kept apart do not come together at one position. */
final class SegregationCheck {
    private static final String LOTS_INCOMPATIBLE = "LOTS_INCOMPATIBLE";

    private final ItemStore items;
    private final StockStore stock;

    SegregationCheck(ItemStore items, StockStore stock) {
        this.items = items;
        this.stock = stock;
    }

    /** Compares what goes into each logistic unit; loose goods may lie side by side. */
    void checkUnits(List<Goods> goods, Function<Goods, Position> target, Findings findings) {
        goods.stream().map(target).filter(SegregationCheck::isUnit).distinct().forEach(unit -> {
            List<Goods> goThere = goods.stream()
                    .filter(line -> target.apply(line).equals(unit))
                    .toList();
            check(goThere, unit, findings);
        });
    }

    /** As {@link #confirm}, for every logistic unit to which the event has brought something. */
    void confirmUnits(TraceEvent event, Findings findings) {
        event.lines().stream()
                .map(EventLine::to)
                .filter(SegregationCheck::isUnit)
                .distinct()
                .forEach(unit -> confirm(event, unit, findings));
    }

    private static boolean isUnit(Position position) {
        return position.container().isPresent();
    }

    /** Compares the goods with each other and with what is at the position already. */
    void check(List<Goods> goods, Position target, Findings findings) {
        Collection<LotKey> there = new TreeSet<>(keptApart(Goods.itemsOf(goods), target));
        List<Goods> before = new ArrayList<>();
        for (Goods line : goods) {
            LotKey lot = line.lot().key();
            Segregation own = segregationOf(lot);
            Set<LotKey> met = new TreeSet<>(there);
            before.forEach(other -> met.add(other.lot().key()));
            met.forEach(other -> reason(lot, own, other)
                    .ifPresent(reason -> findings.breach(
                            LOTS_INCOMPATIBLE, line.path().then("lot"), text(lot, other, target, reason))));
            before.add(line);
        }
    }

    /**
     * Looks again at what an event has brought to the position when nobody else can move anything: what came there
     * meanwhile is seen now.
     */
    void confirm(TraceEvent event, Position target, Findings findings) {
        Set<LotKey> came = event.lines().stream()
                .filter(line -> line.to().equals(target))
                .map(EventLine::lot)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<LotKey> there = keptApart(came.stream().map(LotKey::item).collect(Collectors.toSet()), target);
        came.forEach(lot -> {
            Segregation own = segregationOf(lot);
            there.forEach(other -> reason(lot, own, other)
                    .ifPresent(reason -> findings.breach(
                            LOTS_INCOMPATIBLE, ViolationPath.of("lines"), text(lot, other, target, reason))));
        });
    }

    /**
     * The lots at the position from which one of these items is kept apart. The items there are asked for first, and only
     * when something can be apart: there may be many lots.
     */
    private List<LotKey> keptApart(Collection<ItemNumber> coming, Position target) {
        List<Segregation> own = items.withNumbers(coming).stream()
                .map(Item::segregation)
                .filter(segregation -> !segregation.equals(Segregation.NONE))
                .toList();
        if (own.isEmpty()) {
            return List.of();
        }
        Set<ItemNumber> apart = items.withNumbers(stock.itemsAt(target)).stream()
                .filter(there -> own.stream()
                        .anyMatch(segregation ->
                                segregation.keepsApartFrom(there.segregation()).isPresent()))
                .map(Item::number)
                .collect(Collectors.toSet());
        return apart.isEmpty()
                ? List.of()
                : stock.at(List.of(target)).stream()
                        .map(StockBalance::lot)
                        .filter(lot -> apart.contains(lot.item()))
                        .toList();
    }

    private Optional<String> reason(LotKey lot, Segregation own, LotKey other) {
        return lot.equals(other) ? Optional.empty() : own.keepsApartFrom(segregationOf(other));
    }

    private Segregation segregationOf(LotKey lot) {
        return items.find(lot.item()).map(Item::segregation).orElse(Segregation.NONE);
    }

    private static String text(LotKey lot, LotKey other, Position target, String reason) {
        return "lot " + lot + " must not be combined with lot " + other + ", which is in " + target
                + " or to go there, too: their items are kept apart because of " + reason;
    }
}
