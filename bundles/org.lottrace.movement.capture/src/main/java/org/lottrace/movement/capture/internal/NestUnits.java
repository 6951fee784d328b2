package org.lottrace.movement.capture.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.TraceEvent;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.movement.LogisticUnits;
import org.lottrace.api.movement.NestedUnit;
import org.lottrace.api.movement.UnitNesting;
import org.lottrace.api.movement.UnitTakingOut;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.ViolationPath;

/** Puts logistic units into larger ones and takes them out. Nothing moves: they are at one place before and after. */
final class NestUnits {
    private final EventCapture capture;
    private final UnitChecks checks;

    NestUnits(EventCapture capture, UnitChecks checks) {
        this.capture = capture;
        this.checks = checks;
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
                    List<KeyDatum> data = new ArrayList<>();
                    units.forEach(unit -> {
                        int number = nesting.units().indexOf(unit) + 1;
                        data.addAll(into(unit, nesting.into(), tree, ViolationPath.of("units", number), findings));
                    });
                    return (settled, unused) -> Optional.of(event(settled, EventType.PACK, data));
                });
    }

    private void checkPlaces(UnitNesting nesting, UnitTree tree, Findings findings) {
        Optional<Place> place = checks.placeOf(nesting.into(), tree).or(() -> nesting.units().stream()
                .flatMap(unit -> checks.placeOf(unit, tree).stream())
                .findFirst());
        List<Sscc> all = new ArrayList<>(nesting.units());
        for (int i = 0; i < all.size(); i++) {
            Sscc unit = all.get(i);
            ViolationPath path = ViolationPath.of("units", i + 1);
            checks.placeOf(unit, tree)
                    .filter(there -> !place.equals(Optional.of(there)))
                    .ifPresent(there -> findings.add(
                            LogisticUnits.UNIT_ELSEWHERE,
                            path,
                            "logistic unit " + unit + " is at " + there + ", and " + nesting.into() + " at "
                                    + place.orElseThrow() + ": bring them together first"));
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
                    return (settled, unused) -> Optional.of(event(settled, EventType.UNPACK, data));
                });
    }

    private static Set<Sscc> unitsOf(TraceEvent event, KeyDataElement element) {
        return UnitNestings.said(event, element).stream().map(NestedUnit::unit).collect(Collectors.toSet());
    }

    private static TraceEvent event(EventContext context, EventType type, List<KeyDatum> data) {
        return TransferEvent.of(type, context, List.of(), List.of()).saying(data);
    }
}
