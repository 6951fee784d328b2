package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.StockOnHand;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.violation.ViolationPath;

/** What every operation with whole logistic units is checked for, under the locks that keep it so. */
final class UnitChecks {
    private static final int LAST_EVENTS = 20;

    private final UnitNestings units;
    private final Reservations reservations;
    private final StockOnHand stock;
    private final LedgerStore events;
    private final Ledger ledger;

    UnitChecks(UnitNestings units, Reservations reservations, StockOnHand stock, LedgerStore events, Ledger ledger) {
        this.units = units;
        this.reservations = reservations;
        this.stock = stock;
        this.events = events;
        this.ledger = ledger;
    }

    /**
     * Locks the items, the lots and the head of the ledger, in the order of all movements.
     *
     * @param items others than those in the units
     * @return the units as nobody changes them any more until the end of the unit of work
     */
    UnitTree locked(Collection<Sscc> named, Collection<ItemNumber> items) {
        Set<LotKey> lots = lotsIn(units.tree(named), named);
        Set<ItemNumber> all = lots.stream().map(LotKey::item).collect(Collectors.toSet());
        all.addAll(items);
        reservations.lockItems(all);
        stock.lock(lots);
        ledger.lockHead();
        UnitTree tree = units.tree(named);
        StaleWriteException.requireLocked(lots, lotsIn(tree, named));
        return tree;
    }

    /** @return the units as they are now */
    UnitTree tree(Collection<Sscc> named) {
        return units.tree(named);
    }

    /** Of a unit with nothing in it what left in it, which may have come back. */
    private Set<LotKey> lotsIn(UnitTree tree, Collection<Sscc> named) {
        return named.stream()
                .flatMap(unit -> tree.placesWithin(unit).isEmpty()
                        ? linesThatLeft(unit, tree).map(EventLine::lot)
                        : tree.contentWithin(unit).stream().map(StockBalance::lot))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Finds units that are not at a location of the site, or not there any more, each of them named once. */
    void present(List<Sscc> named, UnitTree tree, SiteId site, Findings findings) {
        if (named.isEmpty()) {
            findings.add(LogisticUnits.UNITS_MISSING, "units", "the request names no logistic unit: add one");
        }
        for (int i = 0; i < named.size(); i++) {
            present(named.get(i), tree, site, ViolationPath.of("units", i + 1), findings);
        }
    }

    void present(Sscc unit, UnitTree tree, SiteId site, ViolationPath path, Findings findings) {
        Set<Place> places = tree.placesWithin(unit);
        if (places.isEmpty()) {
            customerOf(unit, tree)
                    .ifPresentOrElse(
                            customer -> findings.breach(
                                    LogisticUnits.UNIT_SHIPPED,
                                    path,
                                    "logistic unit " + unit + " has left for " + customer + ": take it back first"),
                            () -> findings.add(
                                    LogisticUnits.LOGISTIC_UNIT_UNKNOWN,
                                    path,
                                    "nothing is in logistic unit " + unit + ": check the label, or pack it first"));
        }
        places.stream()
                .filter(place -> !isAt(place, site) || places.size() > 1)
                .findFirst()
                .ifPresent(place -> findings.breach(
                        LogisticUnits.UNIT_ELSEWHERE,
                        path,
                        "logistic unit " + unit + " is at " + place + (places.size() > 1 ? " and elsewhere" : "")
                                + ", not at one location of site " + site + ": record first how it came here"));
    }

    /** @return true when all that is in it is at one location of the site */
    static boolean isHere(Sscc unit, UnitTree tree, SiteId site) {
        Set<Place> places = tree.placesWithin(unit);
        return places.size() == 1 && isAt(places.iterator().next(), site);
    }

    static boolean isAt(Place place, SiteId site) {
        return place.kind() == PlaceKind.LOCATION && place.site().equals(site);
    }

    /**
     * Goods of units as they come to a place, those that are there already left out. Within the site what is reserved of them goes along;
     * what a report takes from another place has lost its reservation there.
     *
     * @param site of the event
     */
    List<EventLine> brought(Collection<StockBalance> goods, Place to, SiteId site) {
        List<StockBalance> elsewhere = goods.stream()
                .filter(balance -> !balance.position().place().equals(to))
                .toList();
        if (isAt(to, site)) {
            elsewhere.stream()
                    .filter(balance -> isAt(balance.position().place(), site))
                    .forEach(balance -> reservations.moveAlong(
                            List.of(balance),
                            new Position(to, balance.position().container())));
        }
        return elsewhere.stream()
                .map(balance ->
                        line(balance, new Position(to, balance.position().container())))
                .toList();
    }

    static EventLine line(StockBalance balance, Position to) {
        return new EventLine(
                balance.lot(), balance.position(), to, balance.quantity(), balance.quantity(), Optional.empty());
    }

    /** @return where it is: where its goods are, or to whom they went; empty when it is empty */
    Optional<Place> placeOf(Sscc unit, UnitTree tree) {
        return tree.placesWithin(unit).stream().findFirst().or(() -> customerOf(unit, tree));
    }

    /** @return to whom the goods of a unit without goods went; empty when they went nowhere */
    private Optional<Place> customerOf(Sscc unit, UnitTree tree) {
        return tree.within(unit).stream()
                .flatMap(one -> lastPlace(one).stream())
                .filter(place -> place.kind() == PlaceKind.PARTY)
                .findFirst();
    }

    private Optional<Place> lastPlace(Sscc unit) {
        return lastEvent(unit)
                .flatMap(event ->
                        event.lines().stream().filter(line -> isOf(unit, line)).reduce((earlier, later) -> later))
                .filter(line -> line.to().container().equals(Optional.of(unit)))
                .map(line -> line.to().place());
    }

    private Optional<TraceEvent> lastEvent(Sscc unit) {
        List<RecordedEvent> newest = new ArrayList<>(events.ofUnit(unit, Long.MAX_VALUE, LAST_EVENTS));
        Collections.reverse(newest);
        return InForce.of(newest).stream()
                .map(RecordedEvent::event)
                .filter(event -> event.lines().stream().anyMatch(line -> isOf(unit, line)))
                .reduce((earlier, later) -> later);
    }

    private static boolean isOf(Sscc unit, EventLine line) {
        return line.to().container().equals(Optional.of(unit))
                || line.from().container().equals(Optional.of(unit));
    }

    /** @return what left in a unit with nothing in it, as lying there */
    List<StockBalance> goodsThatLeft(Sscc unit, UnitTree tree, Place there) {
        Map<LotKey, Map<Position, Quantity>> goods = new LinkedHashMap<>();
        linesThatLeft(unit, tree).forEach(line -> goods.computeIfAbsent(line.lot(), lot -> new LinkedHashMap<>())
                .merge(new Position(there, line.to().container()), line.quantity(), Quantity::plus));
        return goods.entrySet().stream()
                .flatMap(lot -> lot.getValue().entrySet().stream()
                        .map(at -> new StockBalance(lot.getKey(), at.getKey(), at.getValue())))
                .toList();
    }

    /** Of each unit in it those with which it moved last, if it went to somebody. */
    private Stream<EventLine> linesThatLeft(Sscc unit, UnitTree tree) {
        return tree.within(unit).stream().flatMap(one -> lastEvent(one).stream()
                .flatMap(event -> event.lines().stream())
                .filter(line -> line.to().place().kind() == PlaceKind.PARTY
                        && line.to().container().equals(Optional.of(one))));
    }
}
