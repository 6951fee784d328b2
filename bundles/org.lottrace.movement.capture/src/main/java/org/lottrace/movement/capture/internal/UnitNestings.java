package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.StockStore;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.store.UnitNestingStore;

/** Which logistic unit is in which, kept with each event: each says itself what it put in and what it took out. */
final class UnitNestings {
    private final UnitNestingStore store;
    private final StockStore stock;
    private final Ledger ledger;

    UnitNestings(UnitNestingStore store, StockStore stock, Ledger ledger) {
        this.store = store;
        this.stock = stock;
        this.ledger = ledger;
    }

    /** @return the units, and all that are around or within them, with what lies in them */
    UnitTree tree(Collection<Sscc> units) {
        List<NestedUnit> nested = store.tree(units);
        Set<Sscc> all = new LinkedHashSet<>(units);
        all.addAll(UnitTree.unitsOf(nested));
        return new UnitTree(nested, stock.inUnits(all));
    }

    /** @return those of the units whose own goods lie at more than one place when the lines have moved, and where */
    Map<Sscc, Set<Place>> apart(Collection<Sscc> units, List<EventLine> lines) {
        Map<Sscc, Set<Place>> apart = new UnitTree(List.of(), stock.inUnits(units)).placesAfter(lines);
        apart.values().removeIf(places -> places.size() < 2);
        return apart;
    }

    /** @return the event, saying besides which units it took out of others by what it moved */
    TraceEvent saying(TraceEvent event) {
        Set<NestedUnit> out = new LinkedHashSet<>(broken(event));
        out.removeAll(said(event, KeyDataElement.TAKEN_OUT_UNIT));
        if (out.isEmpty()) {
            return event;
        }
        List<KeyDatum> data = new ArrayList<>(event.keyData());
        out.forEach(one -> data.add(takenOut(one)));
        return event.saying(data);
    }

    /**
     * Nothing is looked at unless goods came into a unit. Then nobody else moves or nests anything until this is recorded. Who asks
     * has locked the lots before: all that moves is checked against the stock of its time, or is reversed.
     */
    private Set<NestedUnit> broken(TraceEvent event) {
        Set<Sscc> came = event.lines().stream()
                .flatMap(line -> line.to().container().stream())
                .collect(Collectors.toSet());
        if (came.isEmpty()) {
            return Set.of();
        }
        ledger.lockHead();
        List<NestedUnit> nested = store.tree(came);
        return nested.isEmpty()
                ? Set.of()
                : new UnitTree(nested, stock.inUnits(UnitTree.unitsOf(nested))).brokenBy(event.lines());
    }

    /** @return true when nothing moved with the event, and it names no document by which it would be found */
    static boolean onlyNests(TraceEvent event) {
        return event.lines().isEmpty()
                && !(said(event, KeyDataElement.NESTED_UNIT).isEmpty()
                        && said(event, KeyDataElement.TAKEN_OUT_UNIT).isEmpty());
    }

    /** Keeps what a recorded event says of units. */
    void take(RecordedEvent recorded) {
        each(
                recorded.event(),
                nested -> store.nest(nested, recorded.position()),
                nested -> store.takeOut(nested, recorded.position()));
    }

    /** Gives what an event says to whoever keeps it: what came out first, then what came in. */
    static void each(TraceEvent event, Consumer<NestedUnit> in, Consumer<NestedUnit> out) {
        said(event, KeyDataElement.TAKEN_OUT_UNIT).forEach(out);
        said(event, KeyDataElement.NESTED_UNIT).forEach(in);
    }

    static Set<NestedUnit> said(TraceEvent event, KeyDataElement element) {
        return event.keyData().stream()
                .filter(datum -> datum.name().equals(element.word()))
                .map(datum -> NestedUnit.parse(datum.value().text()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static KeyDatum takenOut(NestedUnit nested) {
        return KeyDataElement.TAKEN_OUT_UNIT.is(new KeyDataValue.Text(nested.toString()));
    }

    static KeyDatum nested(NestedUnit nested) {
        return KeyDataElement.NESTED_UNIT.is(new KeyDataValue.Text(nested.toString()));
    }
}
