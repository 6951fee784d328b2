package org.lottrace.genealogy.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.store.CustodyStore;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.ChainOfCustody;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;

/** Reads the steps of a chain of custody: all of what it is about and was made of it, and the way in of what it is made of. */
final class CustodyReading {
    private final CustodyStore store;
    private final LedgerStore ledger;
    private final WhereaboutsReading whereabouts;
    private final Function<TraceRequest, Trace> traces;
    private final Function<TraceRequest, Trace> tracesWithoutStock;

    CustodyReading(
            CustodyStore store,
            LedgerStore ledger,
            WhereaboutsReading whereabouts,
            Function<TraceRequest, Trace> traces,
            Function<TraceRequest, Trace> tracesWithoutStock) {
        this.store = store;
        this.ledger = ledger;
        this.whereabouts = whereabouts;
        this.traces = traces;
        this.tracesWithoutStock = tracesWithoutStock;
    }

    ChainOfCustody of(LotKey lot) {
        Trace forward = traces.apply(TraceRequest.of(Direction.FORWARD, lot).withoutEdges());
        return new ChainOfCustody(
                List.of(lot),
                steps(forward.lotKeys(), backward(List.of(lot), forward.ledgerPosition())),
                whereabouts.of(forward),
                forward.ledgerPosition());
    }

    ChainOfCustody of(Sscc container, Collection<LotKey> inIt) {
        if (inIt.isEmpty()) {
            return new ChainOfCustody(
                    List.of(),
                    List.of(),
                    whereabouts.in(container, Optional.empty()),
                    ledger.head().position());
        }
        Trace forward = traces.apply(TraceRequest.of(Direction.FORWARD, inIt).withoutEdges());
        return new ChainOfCustody(
                inIt.stream().sorted().toList(),
                onTheWayInto(container, inIt, steps(inIt, backward(inIt, forward.ledgerPosition()))),
                whereabouts.in(container, Optional.of(forward)),
                forward.ledgerPosition());
    }

    private Trace backward(Collection<LotKey> lots, long position) {
        return tracesWithoutStock.apply(
                TraceRequest.of(Direction.BACKWARD, lots).asOf(AsOf.position(position)));
    }

    /** @param followed the lots of which every step belongs to the chain */
    private List<CustodyStep> steps(Collection<LotKey> followed, Trace backward) {
        Set<LotKey> ingredients = new HashSet<>(backward.lotKeys());
        ingredients.removeAll(Set.copyOf(followed));
        return Stream.concat(
                        new WayIn(store, backward).of(ingredients).stream(),
                        store.steps(followed, backward.ledgerPosition()).stream())
                .sorted(Comparator.comparing((CustodyStep step) -> step.at().toInstant())
                        .thenComparing(CustodyStep::position))
                .toList();
    }

    /** @return without what happened to the lots outside of that unit, except how they came there while they were loose */
    private static List<CustodyStep> onTheWayInto(Sscc container, Collection<LotKey> inIt, List<CustodyStep> steps) {
        Map<LotKey, Long> first = new HashMap<>();
        steps.stream()
                .filter(step -> isIn(container, step))
                .forEach(step -> first.merge(step.lot(), step.position(), Math::min));
        return steps.stream()
                .filter(step -> !inIt.contains(step.lot())
                        || isIn(container, step)
                        || isLoose(step) && step.position() < first.get(step.lot()))
                .toList();
    }

    private static boolean isIn(Sscc container, CustodyStep step) {
        return Stream.of(step.from(), step.to()).anyMatch(end -> end.container().equals(Optional.of(container)));
    }

    private static boolean isLoose(CustodyStep step) {
        return step.from().container().isEmpty()
                && step.to().container().isEmpty()
                && step.to().place().kind() == PlaceKind.LOCATION;
    }
}
