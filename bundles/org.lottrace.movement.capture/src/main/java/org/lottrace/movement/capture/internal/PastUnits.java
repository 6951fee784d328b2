package org.lottrace.movement.capture.internal;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.LogisticUnit;
import org.lottrace.api.movement.NestedUnit;

/** A logistic unit as it was, told again from the events of it and of every unit that was ever around it or in it. */
final class PastUnits {
    private static final Comparator<StockBalance> BY_LOT_AND_POSITION =
            Comparator.comparing(StockBalance::lot).thenComparing(StockBalance::position);

    private final LedgerStore events;

    PastUnits(LedgerStore events) {
        this.events = events;
    }

    /** @return empty when nothing had been recorded of the unit itself */
    Optional<LogisticUnit> find(Sscc unit, AsOf asOf) {
        List<RecordedEvent> recorded = around(unit, events.upTo(asOf));
        if (recorded.stream().noneMatch(one -> hasHappened(one, asOf) && names(one.event(), unit))) {
            return Optional.empty();
        }
        List<TraceEvent> counting = InForce.of(recorded).stream()
                .filter(one -> hasHappened(one, asOf))
                .map(RecordedEvent::event)
                .toList();
        Set<NestedUnit> nested = new LinkedHashSet<>();
        counting.forEach(event -> UnitNestings.each(event, nested::add, nested::remove));
        List<EventLine> lines =
                counting.stream().flatMap(event -> event.lines().stream()).toList();
        UnitTree tree = UnitTree.of(List.copyOf(nested), lines);
        return Optional.of(new LogisticUnit(
                unit,
                tree.around(unit),
                tree.nestedWithin(unit),
                tree.contentWithin(unit).stream().sorted(BY_LOT_AND_POSITION).toList(),
                tree.placesWithin(unit).stream().findFirst().or(() -> customerOf(tree.within(unit), lines))));
    }

    /** @return the events up to that position, by position */
    private List<RecordedEvent> around(Sscc unit, long upTo) {
        SortedMap<Long, RecordedEvent> found = new TreeMap<>();
        Set<Sscc> seen = new HashSet<>(Set.of(unit));
        Deque<Sscc> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            for (RecordedEvent recorded : history(next.remove(), upTo)) {
                found.put(recorded.position(), recorded);
                UnitTree.unitsOf(nestings(recorded.event())).stream()
                        .filter(seen::add)
                        .forEach(next::add);
            }
        }
        return List.copyOf(found.values());
    }

    private List<RecordedEvent> history(Sscc unit, long upTo) {
        Stream.Builder<RecordedEvent> history = Stream.builder();
        long before = upTo == Long.MAX_VALUE ? upTo : upTo + 1;
        List<RecordedEvent> page = events.ofUnit(unit, before, LedgerStore.PAGE);
        while (!page.isEmpty()) {
            page.forEach(history);
            page = events.ofUnit(unit, page.get(page.size() - 1).position(), LedgerStore.PAGE);
        }
        return history.build().toList();
    }

    private static boolean hasHappened(RecordedEvent recorded, AsOf asOf) {
        return asOf.hasHappened(recorded.event().context().effective());
    }

    private static Set<NestedUnit> nestings(TraceEvent event) {
        Set<NestedUnit> all = UnitNestings.said(event, KeyDataElement.NESTED_UNIT);
        all.addAll(UnitNestings.said(event, KeyDataElement.TAKEN_OUT_UNIT));
        return all;
    }

    private static boolean names(TraceEvent event, Sscc unit) {
        return UnitTree.unitsOf(nestings(event)).contains(unit)
                || event.lines().stream()
                        .anyMatch(line -> isIn(unit, line.to().container())
                                || isIn(unit, line.from().container()));
    }

    /** @return to whom the goods of units without goods had gone; empty when they went nowhere */
    private static Optional<Place> customerOf(Set<Sscc> units, List<EventLine> lines) {
        return units.stream()
                .flatMap(unit -> lines.stream()
                        .filter(line -> isIn(unit, line.to().container())
                                || isIn(unit, line.from().container()))
                        .reduce((earlier, later) -> later)
                        .filter(line -> isIn(unit, line.to().container()))
                        .map(line -> line.to().place())
                        .stream())
                .filter(place -> place.kind() == PlaceKind.PARTY)
                .findFirst();
    }

    private static boolean isIn(Sscc unit, Optional<Sscc> container) {
        return container.equals(Optional.of(unit));
    }
}
