package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.UnitNesting;
import org.lottrace.api.movement.UnitTakingOut;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.ViolationPath;

/**
 * Puts logistic units into larger ones and takes them out. Nothing moves: they are at one place before and after. Only a report of what the
 * book has at several places says besides that it has come together.
 */
final class NestUnits {
    private final EventCapture capture;
    private final UnitChecks checks;
    private final MoveUnits moves;

    NestUnits(EventCapture capture, UnitChecks checks, MoveUnits moves) {
        this.capture = capture;
        this.checks = checks;
        this.moves = moves;
    }

    Outcome<RecordedEvent> nest(UnitNesting nesting) {
        Set<Sscc> units = new LinkedHashSet<>(nesting.units());
        return capture.capture(
                nesting.context(),
                event -> event.type() == EventType.PACK
                        && UnitNestings.said(event, KeyDataElement.NESTED_UNIT).stream()
                                .allMatch(nested -> nested.in().equals(nesting.into()))
                        && unitsOf(event, KeyDataElement.NESTED_UNIT).equals(units),
                (context, findings) -> {
                    Set<Sscc> all = new LinkedHashSet<>(units);
                    all.add(nesting.into());
                    UnitTree tree = checks.locked(all, List.of());
                    checks.present(nesting.units(), tree, nesting.context().site(), findings);
                    checkPlaces(nesting, tree, findings);
                    Set<StockBalance> goods = new LinkedHashSet<>();
                    Optional<Place> meeting = meeting(nesting, tree);
                    if (findings.isReport()) {
                        all.forEach(unit -> goods.addAll(tree.contentWithin(unit)));
                        meeting.ifPresent(place -> units.forEach(unit -> goods.addAll(
                                moves.cameBack(unit, tree, nesting.context().site(), place))));
                    }
                    List<KeyDatum> data = new ArrayList<>();
                    units.forEach(unit -> {
                        int number = nesting.units().indexOf(unit) + 1;
                        data.addAll(into(unit, nesting.into(), tree, ViolationPath.of("units", number), findings));
                    });
                    return (settled, unused) -> Optional.of(event(
                            settled,
                            EventType.PACK,
                            meeting.map(place -> checks.brought(goods, place, settled.site()))
                                    .orElse(List.of()),
                            data));
                });
    }

    /** @return where the units are together now: of the places where the book has them one at the site, first that of the larger one */
    private static Optional<Place> meeting(UnitNesting nesting, UnitTree tree) {
        List<Place> places = Stream.concat(Stream.of(nesting.into()), nesting.units().stream())
                .flatMap(unit -> tree.placesWithin(unit).stream())
                .toList();
        return places.stream()
                .filter(place -> UnitChecks.isAt(place, nesting.context().site()))
                .findFirst()
                .or(() -> places.stream().findFirst());
    }

    /** Units that are not here at all are found already. */
    private void checkPlaces(UnitNesting nesting, UnitTree tree, Findings findings) {
        Optional<Place> place = checks.placeOf(nesting.into(), tree).or(() -> nesting.units().stream()
                .flatMap(unit -> checks.placeOf(unit, tree).stream())
                .findFirst());
        if (findings.isReport() && tree.placesWithin(nesting.into()).size() > 1) {
            findings.breach(
                    LogisticUnits.UNIT_ELSEWHERE,
                    ViolationPath.of("into"),
                    "the book has goods of logistic unit " + nesting.into() + " at " + tree.placesWithin(nesting.into())
                            + ": look where they are, and move them when they are not together there");
        }
        List<Sscc> all = new ArrayList<>(nesting.units());
        for (int i = 0; i < all.size(); i++) {
            Sscc unit = all.get(i);
            ViolationPath path = ViolationPath.of("units", i + 1);
            checks.placeOf(unit, tree)
                    .filter(there -> !place.equals(Optional.of(there))
                            && UnitChecks.isHere(unit, tree, nesting.context().site()))
                    .ifPresent(there -> findings.breach(
                            LogisticUnits.UNIT_ELSEWHERE,
                            path,
                            "logistic unit " + unit + " is at " + there + ", and " + nesting.into() + " at "
                                    + place.orElseThrow()
                                    + (findings.isReport()
                                            ? ": look where they are, and move them when they are not together there"
                                            : ": bring them together first")));
        }
    }

    private static List<KeyDatum> into(Sscc unit, Sscc into, UnitTree tree, ViolationPath path, Findings findings) {
        if (tree.within(unit).contains(into)) {
            findings.add(
                    LogisticUnits.UNIT_IN_ITSELF,
                    path,
                    "logistic unit " + into + " is " + unit + ", or in it: nothing can be in itself");
            return List.of();
        }
        List<KeyDatum> data = new ArrayList<>();
        tree.parentOf(unit).ifPresent(parent -> {
            String message = "logistic unit " + unit + " is in " + parent;
            if (parent.equals(into)) {
                findings.add(LogisticUnits.UNIT_NESTED, path, message + " already: leave it out");
            } else {
                findings.breach(LogisticUnits.UNIT_NESTED, path, message + ": take it out first");
                data.add(UnitNestings.takenOut(new NestedUnit(unit, parent)));
            }
        });
        data.add(UnitNestings.nested(new NestedUnit(unit, into)));
        return data;
    }

    Outcome<RecordedEvent> takeOut(UnitTakingOut takingOut) {
        Set<Sscc> units = new LinkedHashSet<>(takingOut.units());
        return capture.capture(
                takingOut.context(),
                event -> event.type() == EventType.UNPACK
                        && unitsOf(event, KeyDataElement.TAKEN_OUT_UNIT).equals(units),
                (context, findings) -> {
                    UnitTree tree = checks.locked(units, List.of());
                    checks.present(takingOut.units(), tree, takingOut.context().site(), findings);
                    List<KeyDatum> data = new ArrayList<>();
                    for (Sscc unit : units) {
                        tree.parentOf(unit)
                                .ifPresentOrElse(
                                        parent -> data.add(UnitNestings.takenOut(new NestedUnit(unit, parent))),
                                        () -> findings.add(
                                                LogisticUnits.UNIT_NOT_NESTED,
                                                ViolationPath.of(
                                                        "units",
                                                        takingOut.units().indexOf(unit) + 1),
                                                "logistic unit " + unit + " is in no other one: leave it out"));
                    }
                    return (settled, unused) -> Optional.of(event(settled, EventType.UNPACK, List.of(), data));
                });
    }

    private static Set<Sscc> unitsOf(TraceEvent event, KeyDataElement element) {
        return UnitNestings.said(event, element).stream().map(NestedUnit::unit).collect(Collectors.toSet());
    }

    private static TraceEvent event(EventContext context, EventType type, List<EventLine> lines, List<KeyDatum> data) {
        return TransferEvent.of(type, context, List.of(), lines).saying(data);
    }
}
