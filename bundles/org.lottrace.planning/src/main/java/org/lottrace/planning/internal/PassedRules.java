package org.lottrace.planning.internal;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lottrace.api.allocation.AllocationDecision;
import org.lottrace.api.allocation.Candidate;
import org.lottrace.api.allocation.Rotation;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.planning.Measures;
import org.lottrace.api.planning.PassedLot;
import org.lottrace.api.planning.PassedReason;
import org.lottrace.api.planning.ShippedLot;
import org.lottrace.api.planning.store.PlanningStore.Earlier;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.violation.Violation;

/** Why earlier lots stayed: what the newest decision about the order line before it was shipped says of them. */
final class PassedRules {
    private static final Comparator<PassedLot> ORDER = Comparator.comparing(PassedLot::reason)
            .thenComparing(passed -> passed.shipped().position())
            .thenComparing(passed -> passed.shipped().lot())
            .thenComparing(PassedLot::expiry)
            .thenComparing(PassedLot::earlier);

    private PassedRules() {}

    /** Which delivery a row of the store is about. */
    private record Key(long position, LotKey lot, String order, int line) {
        static Key of(ShippedLot shipped) {
            return new Key(
                    shipped.position(),
                    shipped.lot(),
                    shipped.orderLine().map(line -> line.order().number()).orElse(""),
                    shipped.orderLine().map(OrderLineReference::line).orElse(0));
        }

        static Key of(Earlier earlier) {
            return new Key(earlier.position(), earlier.shipped(), earlier.order(), earlier.line());
        }
    }

    /**
     * @param decisions of all their orders, by number
     * @return those that nothing explains first, then by position
     */
    static List<PassedLot> of(List<ShippedLot> shipped, List<Earlier> earlier, List<AllocationDecision> decisions) {
        Map<Key, ShippedLot> deliveries = new HashMap<>();
        shipped.forEach(delivery -> deliveries.put(Key.of(delivery), delivery));
        Map<OrderLineReference, List<AllocationDecision>> ofLine = decisions.stream()
                .filter(decision -> !decision.isLoss())
                .collect(Collectors.groupingBy(AllocationDecision::orderLine));
        return earlier.stream()
                .map(one -> passed(deliveries.get(Key.of(one)), one, ofLine))
                .sorted(ORDER)
                .toList();
    }

    private static PassedLot passed(
            ShippedLot shipped, Earlier earlier, Map<OrderLineReference, List<AllocationDecision>> decisions) {
        List<AllocationDecision> ofLine = shipped.orderLine()
                .map(line -> decisions.getOrDefault(line, List.of()))
                .orElse(List.of());
        Told told = ofLine.stream()
                .flatMap(decision -> told(decision, shipped.lot(), earlier.earlier()).stream())
                .reduce((before, newest) -> newest)
                .orElse(new Told(PassedReason.UNEXPLAINED, ""));
        return new PassedLot(
                shipped,
                earlier.earlier(),
                earlier.expiry(),
                earlier.free().min(shipped.quantity()),
                told.reason(),
                told.words(),
                Quantity.zero(shipped.quantity().unit()),
                Optional.empty());
    }

    private record Told(PassedReason reason, String words) {}

    /** Only a decision that took the shipped lot tells why it was not the other one. */
    private static Optional<Told> told(AllocationDecision decision, LotKey taken, LotKey other) {
        boolean took = decision.candidates().stream()
                .anyMatch(candidate ->
                        candidate.lot().equals(taken) && candidate.taken().isPositive());
        if (!took) {
            return Optional.empty();
        }
        if (decision.deviation().isPresent()) {
            return decision.deviation()
                    .map(deviation -> new Told(PassedReason.DEVIATION, deviation.by() + ": " + deviation.reason()));
        }
        Set<String> refused = decision.candidates().stream()
                .filter(candidate -> candidate.lot().equals(other))
                .map(Candidate::reasons)
                .flatMap(List::stream)
                .map(Violation::code)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!refused.isEmpty()) {
            return Optional.of(new Told(PassedReason.REFUSED, String.join(", ", refused)));
        }
        return decision.rotation() == Rotation.FEFO
                ? Optional.empty()
                : Optional.of(
                        new Told(PassedReason.ROTATION, decision.rotation().code()));
    }

    /** A delivery for which nothing explains one of several lots is a violation, whatever explains the others. */
    static Measures.Rotation figures(List<ShippedLot> shipped, List<PassedLot> passed) {
        Map<Key, PassedReason> worst = new HashMap<>();
        passed.forEach(one -> worst.merge(Key.of(one.shipped()), one.reason(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
        long violations = count(worst, Set.of(PassedReason.UNEXPLAINED));
        return new Measures.Rotation(
                violations,
                count(worst, Set.of(PassedReason.DEVIATION)),
                count(worst, Set.of(PassedReason.REFUSED, PassedReason.ROTATION)),
                Shares.percent(violations, shipped.size()),
                lotsPerLine(shipped));
    }

    private static long count(Map<Key, PassedReason> worst, Set<PassedReason> reasons) {
        return worst.values().stream().filter(reasons::contains).count();
    }

    private static Optional<BigDecimal> lotsPerLine(List<ShippedLot> shipped) {
        Map<OrderLineReference, Set<LotKey>> lots = new HashMap<>();
        shipped.forEach(
                delivery -> delivery.orderLine().ifPresent(line -> lots.computeIfAbsent(line, key -> new HashSet<>())
                        .add(delivery.lot())));
        return Shares.mean(
                lots.values().stream().map(Set::size).map(BigDecimal::valueOf).toList(), 2);
    }
}
