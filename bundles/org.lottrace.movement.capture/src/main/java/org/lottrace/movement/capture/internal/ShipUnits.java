package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.allocation.store.SalesOrderStore;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.Ledger;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.Location;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.movement.LotQuantity;
import org.lottrace.api.movement.MovementCapture;
import org.lottrace.api.movement.Shipment;
import org.lottrace.api.movement.UnitMove;
import org.lottrace.api.movement.UnitShipment;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;

/**
 * Ships whole logistic units: says which goods are in them, and for which line of the order, and lets the shipment be captured as any other.
 * Units of a report that the book has elsewhere, or that have left already, came here before: that is an event of its own.
 */
final class ShipUnits {
    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final MovementCapture movements;
    private final UnitChecks units;
    private final MoveUnits moveUnits;
    private final SiteStore sites;
    private final SalesOrderStore orders;
    private final Reservations reservations;

    ShipUnits(
            UnitOfWork unitOfWork,
            Ledger ledger,
            MovementCapture movements,
            UnitChecks units,
            MoveUnits moveUnits,
            SiteStore sites,
            SalesOrderStore orders,
            Reservations reservations) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.movements = movements;
        this.units = units;
        this.moveUnits = moveUnits;
        this.sites = sites;
        this.orders = orders;
        this.reservations = reservations;
    }

    Outcome<RecordedEvent> ship(UnitShipment shipment) {
        return unitOfWork.required(() -> known(shipment).orElseGet(() -> first(shipment)));
    }

    private Optional<Outcome<RecordedEvent>> known(UnitShipment shipment) {
        return ledger.find(shipment.context().id())
                .map(recorded -> areOf(recorded, shipment.units())
                        ? movements.ship(again(shipment, recorded))
                        : reused(shipment));
    }

    /** What was in the units is not in the request: it is what was recorded. */
    private static Shipment again(UnitShipment shipment, RecordedEvent recorded) {
        return shipment(
                shipment,
                recorded.event().lines().stream()
                        .filter(line -> line.from().place().kind() == PlaceKind.LOCATION
                                && line.orderLine().isPresent())
                        .map(ShipUnits::line)
                        .toList());
    }

    /** @return true when each unit that is named left with the event, alone or as a part of another, and nothing else did */
    private boolean areOf(RecordedEvent recorded, List<Sscc> named) {
        Set<Sscc> left = recorded.event().lines().stream()
                .flatMap(line -> line.from().container().stream())
                .collect(Collectors.toSet());
        UnitTree tree = units.tree(named);
        Set<Sscc> within =
                named.stream().flatMap(unit -> tree.within(unit).stream()).collect(Collectors.toSet());
        return within.containsAll(left)
                && named.stream().allMatch(unit -> tree.within(unit).stream().anyMatch(left::contains));
    }

    private static Shipment.Line line(EventLine line) {
        return new Shipment.Line(
                line.orderLine().orElseThrow().line(),
                goods(line.lot(), line.from(), line.entered()),
                Optional.empty());
    }

    private static Outcome<RecordedEvent> reused(UnitShipment shipment) {
        return new Outcome.Refused<>(List.of(new Violation(
                EventCapture.EVENT_ID_REUSED,
                "id",
                "event " + shipment.context().id() + " is recorded with other content: give a new event a new id")));
    }

    private Outcome<RecordedEvent> first(UnitShipment shipment) {
        Optional<SalesOrder> order = orders.find(shipment.salesOrder());
        Set<Sscc> named = new LinkedHashSet<>(shipment.units());
        Set<ItemNumber> items = order.stream()
                .flatMap(known -> known.lines().stream())
                .map(SalesOrder.Line::item)
                .collect(Collectors.toSet());
        UnitTree tree = units.locked(named, items);
        // the same report may have been recorded while this one waited for the locks
        return known(shipment).orElseGet(() -> first(shipment, order, named, tree));
    }

    private Outcome<RecordedEvent> first(
            UnitShipment shipment, Optional<SalesOrder> order, Set<Sscc> named, UnitTree tree) {
        List<Violation> against = against(shipment, tree);
        if (against.isEmpty()) {
            against = broughtHere(shipment, named, tree);
        }
        if (!against.isEmpty()) {
            unitOfWork.rollbackOnly();
            return new Outcome.Refused<>(against);
        }
        UnitTree here = units.tree(named);
        Set<StockBalance> goods = new LinkedHashSet<>();
        named.forEach(unit -> goods.addAll(here.contentWithin(unit)));
        return movements.ship(
                shipment(shipment, order.map(known -> lines(known, goods)).orElseGet(() -> goods.stream()
                        .map(balance -> line(1, balance, balance.quantity()))
                        .toList())));
    }

    /** Of a report only that nothing was ever in a unit: it names no goods. */
    private List<Violation> against(UnitShipment shipment, UnitTree tree) {
        Findings findings = new Findings(basis(shipment));
        units.present(shipment.units(), tree, shipment.context().site(), findings);
        return findings.all();
    }

    private static Basis basis(UnitShipment shipment) {
        return shipment.context().basis().orElse(Basis.REQUESTED);
    }

    /** @return why that cannot be recorded */
    private List<Violation> broughtHere(UnitShipment shipment, Set<Sscc> named, UnitTree tree) {
        SiteId site = shipment.context().site();
        List<Sscc> away = named.stream()
                .filter(unit -> !UnitChecks.isHere(unit, tree, site))
                .toList();
        if (away.isEmpty()) {
            return List.of();
        }
        Optional<Site> known = sites.find(site);
        Optional<LocationId> gate = known.flatMap(here -> gate(here, named, tree));
        if (gate.isEmpty()) {
            return List.of(
                    known.isEmpty()
                            ? new Violation("SITE_UNKNOWN", "site", "site " + site + " is unknown: save it first")
                            : new Violation("LOCATION_UNKNOWN", "site", "site " + site + " has no location: save one"));
        }
        Optional<EventId> id = shipment.context()
                .id()
                .numbered()
                .filter(free -> ledger.find(free).isEmpty())
                .findFirst();
        return id.map(free -> moveUnits
                        .move(new UnitMove(shipment.context().as(free), away, site, gate.get()))
                        .violations())
                .orElseGet(() -> List.of(new Violation(
                        "EVENT_ID_TOO_LONG",
                        "id",
                        "the id is too long to number how the units came here: give the report a shorter one")));
    }

    /** @return where units that leave stand: beside the others that leave, else where goods are shipped from, else anywhere */
    private static Optional<LocationId> gate(Site site, Set<Sscc> named, UnitTree tree) {
        return named.stream()
                .filter(unit -> UnitChecks.isHere(unit, tree, site.id()))
                .flatMap(unit -> tree.placesWithin(unit).stream())
                .map(Place::location)
                .findFirst()
                .or(() -> site.locations().stream()
                        .filter(location -> location.type() != LocationType.TANK)
                        .min(Comparator.comparing(location -> location.type() != LocationType.SHIPPING))
                        .map(Location::id));
    }

    /** What is reserved goes for the line for which it is; the rest for a line of its item, and whoever ships says what is wrong with that. */
    private List<Shipment.Line> lines(SalesOrder order, Set<StockBalance> goods) {
        List<Reservation> reserved = reservations.ofOrder(order.reference());
        List<Shipment.Line> lines = new ArrayList<>();
        Map<Reservation, Quantity> left = new HashMap<>();
        for (StockBalance balance : goods) {
            Quantity rest = balance.quantity();
            for (Reservation one : reserved.stream()
                    .filter(r -> r.lot().equals(balance.lot()) && r.servesAt(balance.position()))
                    .sorted(Comparator.comparing(
                            (Reservation r) -> !r.position().equals(balance.position())))
                    .toList()) {
                Quantity part = rest.min(left.getOrDefault(one, one.quantity()));
                if (part.isPositive()) {
                    left.put(one, left.getOrDefault(one, one.quantity()).minus(part));
                    lines.add(line(one.orderLine().line(), balance, part));
                    rest = rest.minus(part);
                }
            }
            if (rest.isPositive()) {
                lines.add(line(lineOf(order, balance.lot().item()), balance, rest));
            }
        }
        return lines;
    }

    private static int lineOf(SalesOrder order, ItemNumber item) {
        return order.lines().stream()
                .filter(line -> line.item().equals(item))
                .findFirst()
                .or(() -> order.lines().stream().findFirst())
                .map(SalesOrder.Line::number)
                .orElse(1);
    }

    private static Shipment.Line line(int orderLine, StockBalance balance, Quantity quantity) {
        return new Shipment.Line(orderLine, goods(balance.lot(), balance.position(), quantity), Optional.empty());
    }

    private static LotQuantity goods(LotKey lot, Position position, Quantity quantity) {
        return new LotQuantity(LotReference.to(lot), position.place().location(), position.container(), quantity);
    }

    private static Shipment shipment(UnitShipment shipment, List<Shipment.Line> lines) {
        return new Shipment(
                shipment.context(),
                shipment.number(),
                shipment.salesOrder(),
                Optional.empty(),
                lines,
                shipment.keyData());
    }
}
