package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.quantity.Quantity;

/** Logistic units within each other, and what lies in each. */
final class UnitTree {
    private final List<NestedUnit> nested;
    private final List<StockBalance> content;
    private final Map<Sscc, Sscc> parents = new HashMap<>();

    UnitTree(List<NestedUnit> nested, List<StockBalance> content) {
        this.nested = nested;
        this.content = content;
        nested.forEach(one -> parents.put(one.unit(), one.in()));
    }

    /** @return the units as they are when nothing but this was ever put into each other, and moved */
    static UnitTree of(List<NestedUnit> nested, List<EventLine> lines) {
        return new UnitTree(nested, new UnitTree(nested, List.of()).moved(lines));
    }

    /** @return every unit that is in another one or has one in it */
    static Set<Sscc> unitsOf(Collection<NestedUnit> nested) {
        return nested.stream()
                .flatMap(one -> Stream.of(one.unit(), one.in()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Optional<Sscc> parentOf(Sscc unit) {
        return Optional.ofNullable(parents.get(unit));
    }

    /** @return those in which it is, the one around it first */
    List<Sscc> around(Sscc unit) {
        List<Sscc> around = new ArrayList<>();
        for (Optional<Sscc> next = parentOf(unit); next.isPresent(); next = parentOf(next.get())) {
            around.add(next.get());
        }
        return around;
    }

    /** @return the unit and all that are in it */
    Set<Sscc> within(Sscc unit) {
        Set<Sscc> within = new LinkedHashSet<>(List.of(unit));
        List<Sscc> next = childrenOf(unit);
        while (!next.isEmpty()) {
            within.addAll(next);
            next = next.stream().flatMap(child -> childrenOf(child).stream()).toList();
        }
        return within;
    }

    List<Sscc> childrenOf(Sscc unit) {
        return nested.stream()
                .filter(one -> one.in().equals(unit))
                .map(NestedUnit::unit)
                .toList();
    }

    /** @return which of the units in it is in which */
    List<NestedUnit> nestedWithin(Sscc unit) {
        Set<Sscc> within = within(unit);
        return nested.stream().filter(one -> within.contains(one.in())).toList();
    }

    /** @return what lies in these units themselves */
    List<StockBalance> contentOf(Collection<Sscc> units) {
        return content.stream()
                .filter(balance ->
                        balance.position().container().filter(units::contains).isPresent())
                .toList();
    }

    /** @return what lies in the unit and in all units in it */
    List<StockBalance> contentWithin(Sscc unit) {
        return contentOf(within(unit));
    }

    /** @return the places of what lies in the unit and in all units in it */
    Set<Place> placesWithin(Sscc unit) {
        return contentWithin(unit).stream()
                .map(balance -> balance.position().place())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * What no longer holds when the lines have moved: whatever came to a place alone is not in the unit that stayed elsewhere, however
     * far around, and what stayed is not in the unit that went. The innermost comes out first: what it was in may stay where it is.
     */
    Set<NestedUnit> brokenBy(List<EventLine> lines) {
        Map<Sscc, Set<Place>> came = new HashMap<>();
        lines.forEach(line -> line.to().container().ifPresent(unit -> came.computeIfAbsent(unit, u -> new HashSet<>())
                .add(line.to().place())));
        Set<NestedUnit> broken = new LinkedHashSet<>();
        UnitTree after = new UnitTree(nested, moved(lines));
        for (Optional<NestedUnit> next = after.innermostApart(came);
                next.isPresent();
                next = after.innermostApart(came)) {
            broken.add(next.get());
            after = after.without(next.get());
        }
        return broken;
    }

    /** @return of each unit the places at which its own goods lie when the lines have moved */
    Map<Sscc, Set<Place>> placesAfter(List<EventLine> lines) {
        return moved(lines).stream()
                .filter(balance -> balance.position().container().isPresent())
                .collect(Collectors.groupingBy(
                        balance -> balance.position().container().get(),
                        () -> new TreeMap<>(Comparator.comparing(Sscc::toString)),
                        Collectors.mapping(
                                balance -> balance.position().place(), Collectors.toCollection(LinkedHashSet::new))));
    }

    private Optional<NestedUnit> innermostApart(Map<Sscc, Set<Place>> came) {
        return nested.stream().filter(one -> isApart(one, came)).max(Comparator.comparingInt(one -> around(one.unit())
                .size()));
    }

    private boolean isApart(NestedUnit one, Map<Sscc, Set<Place>> came) {
        Set<Place> cameIn = within(one.unit()).stream()
                .flatMap(unit -> came.getOrDefault(unit, Set.of()).stream())
                .collect(Collectors.toSet());
        return !cameIn.isEmpty() && !cameIn.containsAll(placesWithin(one.in()))
                || came.containsKey(one.in()) && !came.get(one.in()).containsAll(placesWithin(one.unit()));
    }

    private UnitTree without(NestedUnit out) {
        return new UnitTree(nested.stream().filter(one -> !one.equals(out)).toList(), content);
    }

    private List<StockBalance> moved(List<EventLine> lines) {
        Map<LotKey, Map<Position, Quantity>> balances = new HashMap<>();
        content.forEach(balance -> balances.computeIfAbsent(balance.lot(), lot -> new HashMap<>())
                .merge(balance.position(), balance.quantity(), Quantity::plus));
        lines.forEach(line -> {
            Map<Position, Quantity> ofLot = balances.computeIfAbsent(line.lot(), lot -> new HashMap<>());
            ofLot.merge(line.to(), line.quantity(), Quantity::plus);
            ofLot.merge(line.from(), line.quantity().negated(), Quantity::plus);
        });
        return balances.entrySet().stream()
                .flatMap(lot -> lot.getValue().entrySet().stream()
                        .filter(at -> at.getKey().place().kind().holdsStock()
                                && at.getValue().isPositive())
                        .map(at -> new StockBalance(lot.getKey(), at.getKey(), at.getValue())))
                .toList();
    }
}
