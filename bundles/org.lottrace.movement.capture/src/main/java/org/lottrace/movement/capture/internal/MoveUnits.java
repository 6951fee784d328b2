package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservations;
import org.lottrace.api.event.Basis;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.UnitMove;
import org.lottrace.api.movement.UnitUnpacking;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.ViolationPath;

/** Moves whole logistic units with all that is in them, and empties them. */
final class MoveUnits {
    private final EventCapture capture;
    private final SharedChecks checks;
    private final ClosedMasters closed;
    private final UnitChecks units;
    private final Reservations reservations;

    MoveUnits(
            EventCapture capture,
            SharedChecks checks,
            ClosedMasters closed,
            UnitChecks units,
            Reservations reservations) {
        this.capture = capture;
        this.checks = checks;
        this.closed = closed;
        this.units = units;
        this.reservations = reservations;
    }

    Outcome<RecordedEvent> move(UnitMove move) {
        Set<Sscc> named = new LinkedHashSet<>(move.units());
        Place target = Place.location(move.toSite(), move.toLocation());
        return capture.capture(move.context(), event -> isSame(event, named, target), (context, findings) -> {
            UnitTree tree = units.locked(named, List.of());
            units.present(move.units(), tree, move.context().site(), findings);
            checks.place(
                    checks.site(move.toSite(), ViolationPath.of("toSite"), findings),
                    move.toLocation(),
                    ViolationPath.of("toLocation"),
                    findings);
            closed.place(move.toSite(), move.toLocation(), ViolationPath.of("toLocation"), findings);
            Set<StockBalance> goods = new LinkedHashSet<>();
            for (int i = 0; i < move.units().size(); i++) {
                Sscc unit = move.units().get(i);
                if (tree.placesWithin(unit).equals(Set.of(target))) {
                    findings.add(
                            "SAME_POSITION",
                            ViolationPath.of("units", i + 1),
                            "logistic unit " + unit + " is at " + target + " already");
                }
                goods.addAll(tree.contentWithin(unit));
                if (findings.isReport() && tree.placesWithin(unit).isEmpty()) {
                    goods.addAll(units.goodsThatLeft(
                            unit, tree, backAt(move.context().site(), target)));
                }
            }
            return (settled, unused) -> {
                List<EventLine> lines =
                        units.brought(goods, target, move.context().site());
                return Optional.of(TransferEvent.of(EventType.TRANSFER, settled, List.of(), lines)
                        .saying(named.stream().map(MoveUnits::moved).toList()));
            };
        });
    }

    /** @return the goods of a unit that has left and is here all the same, before they came to the place; none of another unit */
    List<StockBalance> cameBack(Sscc unit, UnitTree tree, SiteId site, Place target) {
        return tree.placesWithin(unit).isEmpty() ? units.goodsThatLeft(unit, tree, backAt(site, target)) : List.of();
    }

    /** @return where goods that had left came back before they were moved: where goods come in, else on the road */
    private Place backAt(SiteId site, Place target) {
        return checks.site(site, ViolationPath.of("site"), new Findings(Basis.REPORTED)).stream()
                .flatMap(known -> known.locations().stream())
                .filter(location -> location.type() == LocationType.RECEIVING)
                .map(location -> Place.location(site, location.id()))
                .filter(place -> !place.equals(target))
                .findFirst()
                .orElseGet(() -> Place.inTransit(site));
    }

    private static KeyDatum moved(Sscc unit) {
        return KeyDataElement.MOVED_UNIT.is(new KeyDataValue.Code(unit.value()));
    }

    private static boolean isSame(TraceEvent event, Set<Sscc> named, Place target) {
        Set<Sscc> recorded = event.keyData().stream()
                .filter(datum -> datum.name().equals(KeyDataElement.MOVED_UNIT.word()))
                .map(datum -> new Sscc(datum.value().text()))
                .collect(Collectors.toSet());
        return event.type() == EventType.TRANSFER
                && recorded.equals(named)
                && event.lines().stream().allMatch(line -> line.to().place().equals(target));
    }

    Outcome<RecordedEvent> unpack(UnitUnpacking unpacking) {
        Sscc unit = unpacking.unit();
        return capture.capture(unpacking.context(), event -> isUnpacking(event, unit), (context, findings) -> {
            UnitTree tree = units.locked(Set.of(unit), List.of());
            units.present(unit, tree, unpacking.context().site(), ViolationPath.of("unit"), findings);
            List<StockBalance> goods = new ArrayList<>(tree.contentOf(Set.of(unit)));
            if (findings.isReport()) {
                SiteId site = unpacking.context().site();
                cameBack(unit, tree, site, Place.inTransit(site)).stream()
                        .filter(balance -> balance.position().container().equals(Optional.of(unit)))
                        .forEach(goods::add);
            }
            List<KeyDatum> out = new ArrayList<>();
            tree.childrenOf(unit).forEach(child -> out.add(UnitNestings.takenOut(new NestedUnit(child, unit))));
            tree.parentOf(unit).ifPresent(parent -> out.add(UnitNestings.takenOut(new NestedUnit(unit, parent))));
            return (settled, unused) -> {
                goods.forEach(balance -> reservations.moveAlong(
                        List.of(balance), Position.at(balance.position().place())));
                return Optional.of(TransferEvent.of(
                                EventType.UNPACK,
                                settled,
                                List.of(),
                                goods.stream()
                                        .map(balance -> UnitChecks.line(
                                                balance,
                                                Position.at(balance.position().place())))
                                        .toList())
                        .saying(out));
            };
        });
    }

    private static boolean isUnpacking(TraceEvent event, Sscc unit) {
        return event.type() == EventType.UNPACK
                && event.lines().stream()
                        .allMatch(line -> line.from().container().equals(Optional.of(unit)))
                && UnitNestings.said(event, KeyDataElement.TAKEN_OUT_UNIT).stream()
                        .allMatch(out -> out.in().equals(unit) || out.unit().equals(unit));
    }
}
