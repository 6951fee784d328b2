package org.lottrace.allocation.fefo.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.Reservation;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/**
 * What is reserved for an order and may not go any more, with why: each by itself, and where a rule wants the lots of a line to agree what
 * does not. There those stay that are picked, else those of which most is reserved, and of as much those that were reserved first. What is
 * picked never lapses.
 */
final class Lapsed {
    private final LockedOrder locked;
    private final Overruled overruled;
    private final Map<Reservation, String> reasons = new LinkedHashMap<>();

    private Lapsed(LockedOrder locked, Overruled overruled) {
        this.locked = locked;
        this.overruled = overruled;
    }

    /** @return each with why, in the order in which they were reserved */
    static Map<Reservation, String> of(LockedOrder locked, Overruled overruled) {
        Lapsed lapsed = new Lapsed(locked, overruled);
        locked.before().stream()
                .filter(one -> locked.stock().isLost(one, lapsed.isOverruled(one)))
                .forEach(one ->
                        lapsed.reasons.put(one, because(locked.stock().reasonsAgainst(one, lapsed.isOverruled(one)))));
        locked.before().stream()
                .filter(one -> !lapsed.reasons.containsKey(one) && !lapsed.isOverruled(one))
                .filter(one -> locked.stock().said(one.lot()).isPresent())
                .collect(Collectors.groupingBy(Reservation::orderLine, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(lapsed::disagreeing);
        return lapsed.reasons;
    }

    static String because(List<Violation> reasons) {
        return reasons.isEmpty()
                ? "the goods are not there, or not where goods are reserved"
                : reasons.stream().map(Violation::message).collect(Collectors.joining("; "));
    }

    private void disagreeing(List<Reservation> ofLine) {
        Map<Optional<String>, List<Reservation>> agreeing = ofLine.stream()
                .collect(Collectors.groupingBy(
                        one -> locked.stock().said(one.lot()), LinkedHashMap::new, Collectors.toList()));
        List<Reservation> stay = agreeing.values().stream()
                .max(Comparator.comparing(Lapsed::isPicked)
                        .thenComparing(Lapsed::sum)
                        .thenComparing(some -> -ofLine.indexOf(some.get(0))))
                .orElseThrow();
        agreeing.values().stream()
                .filter(some -> some != stay)
                .flatMap(Collection::stream)
                .filter(one -> !one.isPicked())
                .forEach(one -> locked.disagreement(
                                one.lot(), List.of(stay.get(0).lot()))
                        .ifPresent(reason -> reasons.put(one, reason.message())));
    }

    private boolean isOverruled(Reservation one) {
        return overruled.isWanted(one.orderLine(), one.lot());
    }

    private static boolean isPicked(List<Reservation> some) {
        return some.stream().anyMatch(Reservation::isPicked);
    }

    private static Quantity sum(List<Reservation> some) {
        return some.stream().map(Reservation::quantity).reduce(Quantity::plus).orElseThrow();
    }
}
