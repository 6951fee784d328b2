package org.lottrace.genealogy.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
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

    ChainOfCustody of(LotKey lot, AsOf asOf) {
        Trace forward =
                traces.apply(TraceRequest.of(Direction.FORWARD, lot).asOf(asOf).withoutEdges());
        return new ChainOfCustody(
                List.of(lot),
                steps(forward.lotKeys(), backward(List.of(lot), forward)),
                whereabouts.of(forward),
                forward.ledgerPosition());
    }

    /** @param lots those that are in it, or were */
    ChainOfCustody of(Sscc container, Collection<LotKey> lots, AsOf asOf) {
        Set<LotKey> everInIt = new TreeSet<>(lots);
        if (!asOf.isLatest()) {
            everInIt.addAll(lotsOnceIn(container));
        }
        if (everInIt.isEmpty()) {
            return new ChainOfCustody(
                    List.of(),
                    List.of(),
                    whereabouts.in(container, Optional.empty(), asOf),
                    ledger.head().position());
        }
        Trace forward = traces.apply(
                TraceRequest.of(Direction.FORWARD, everInIt).asOf(asOf).withoutEdges());
        List<CustodyStep> steps = steps(everInIt, backward(everInIt, forward));
        Set<LotKey> inIt = new TreeSet<>();
        steps.stream()
                .filter(step -> isIn(container, step))
                .map(CustodyStep::lot)
                .forEach(inIt::add);
        Set<LotKey> wanted = asOf.isLatest() ? everInIt : inIt;
        return new ChainOfCustody(
                List.copyOf(wanted),
                onTheWayInto(container, wanted, steps),
                whereabouts.in(container, Optional.of(forward), asOf),
                forward.ledgerPosition());
    }

    /** What was put into a unit, and taken out of it again without having been shipped, is in the ledger only. */
    private Set<LotKey> lotsOnceIn(Sscc container) {
        Set<LotKey> found = new HashSet<>();
        List<RecordedEvent> page = ledger.ofUnit(container, Long.MAX_VALUE, LedgerStore.PAGE);
        while (!page.isEmpty()) {
            page.stream()
                    .flatMap(recorded -> recorded.event().lines().stream())
                    .filter(line -> Stream.of(line.from(), line.to())
                            .anyMatch(end -> end.container().equals(Optional.of(container))))
                    .forEach(line -> found.add(line.lot()));
            page = ledger.ofUnit(container, page.get(page.size() - 1).position(), LedgerStore.PAGE);
        }
        return found;
    }

    /** @param forward whose position and moment it is to have, so that both are of one state of the ledger */
    private Trace backward(Collection<LotKey> lots, Trace forward) {
        return tracesWithoutStock.apply(TraceRequest.of(Direction.BACKWARD, lots)
                .asOf(new AsOf(
                        Optional.of(forward.ledgerPosition()),
                        Optional.empty(),
                        forward.request().asOf().happenedBy())));
    }

    /** @param followed the lots of which every step belongs to the chain */
    private List<CustodyStep> steps(Collection<LotKey> followed, Trace backward) {
        Set<LotKey> ingredients = new HashSet<>(backward.lotKeys());
        ingredients.removeAll(Set.copyOf(followed));
        return Stream.concat(
                        new WayIn(store, backward).of(ingredients).stream(),
                        store.steps(followed, backward.ledgerPosition()).stream())
                .filter(step -> backward.request().asOf().hasHappened(step.at().toInstant()))
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
