package org.lottrace.genealogy.internal;

import java.util.ArrayList;
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
import org.lottrace.api.event.EventContext;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.InForce;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.genealogy.ChainOfCustody;
import org.lottrace.api.genealogy.CustodyStep;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;

/** Reads the steps of a chain of custody from the events of the lots that a trace finds; what was reversed is none. */
final class CustodyReading {
    private final LedgerStore ledger;
    private final WhereaboutsReading whereabouts;
    private final Function<TraceRequest, Trace> traces;

    CustodyReading(LedgerStore ledger, WhereaboutsReading whereabouts, Function<TraceRequest, Trace> traces) {
        this.ledger = ledger;
        this.whereabouts = whereabouts;
        this.traces = traces;
    }

    ChainOfCustody of(LotKey lot) {
        Trace forward = traces.apply(TraceRequest.of(Direction.FORWARD, lot).withoutEdges());
        Trace backward = backward(List.of(lot), forward.ledgerPosition());
        Set<LotKey> contain = new HashSet<>(forward.lotKeys());
        Map<LotKey, Set<Long>> draws = draws(backward);
        List<CustodyStep> steps = steps(
                lots(forward, backward),
                forward.ledgerPosition(),
                (line, position) -> contain.contains(line.lot()) || isOnTheWay(line, position, draws));
        return new ChainOfCustody(List.of(lot), steps, whereabouts.of(forward), forward.ledgerPosition());
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
        Trace backward = backward(inIt, forward.ledgerPosition());
        Map<LotKey, Set<Long>> draws = draws(backward);
        List<CustodyStep> steps = steps(
                backward.lotKeys(),
                forward.ledgerPosition(),
                (line, position) -> inIt.contains(line.lot()) || isOnTheWay(line, position, draws));
        return new ChainOfCustody(
                inIt.stream().sorted().toList(),
                onTheWayInto(container, inIt, steps),
                whereabouts.in(container, Optional.of(forward)),
                forward.ledgerPosition());
    }

    private Trace backward(Collection<LotKey> lots, long position) {
        return traces.apply(TraceRequest.of(Direction.BACKWARD, lots).asOf(AsOf.position(position)));
    }

    private static Collection<LotKey> lots(Trace forward, Trace backward) {
        return Stream.concat(forward.lotKeys().stream(), backward.lotKeys().stream())
                .distinct()
                .toList();
    }

    /** @return for each ingredient the positions of the events in which it went into what is followed */
    private static Map<LotKey, Set<Long>> draws(Trace backward) {
        Map<LotKey, Set<Long>> draws = new HashMap<>();
        for (TracedEdge edge : backward.edges()) {
            draws.computeIfAbsent(edge.edge().input(), lot -> new HashSet<>()).add(edge.position());
        }
        return draws;
    }

    /** An ingredient is followed until it went in for the last time; what left it otherwise is another chain. */
    private static boolean isOnTheWay(EventLine line, long position, Map<LotKey, Set<Long>> draws) {
        Set<Long> positions = draws.getOrDefault(line.lot(), Set.of());
        boolean leaves = !line.to().place().kind().holdsStock();
        return leaves ? positions.contains(position) : positions.stream().anyMatch(draw -> position <= draw);
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

    private List<CustodyStep> steps(Collection<LotKey> lots, long upTo, Wanted wanted) {
        Set<LotKey> known = Set.copyOf(lots);
        List<RecordedEvent> events = ledger.historyOf(lots).stream()
                .filter(recorded -> recorded.position() <= upTo)
                .toList();
        List<CustodyStep> steps = new ArrayList<>();
        for (RecordedEvent recorded : InForce.of(events)) {
            recorded.event().lines().stream()
                    .filter(line -> known.contains(line.lot()))
                    .filter(line -> wanted.shows(line, recorded.position()))
                    .forEach(line -> steps.add(step(recorded, line)));
        }
        steps.sort(Comparator.comparing((CustodyStep step) -> step.at().toInstant())
                .thenComparing(CustodyStep::position));
        return steps;
    }

    private static CustodyStep step(RecordedEvent recorded, EventLine line) {
        EventContext context = recorded.event().context();
        return new CustodyStep(
                context.id(),
                recorded.position(),
                recorded.event().type(),
                context.effective().atOffset(context.offset()),
                context.actor(),
                context.site(),
                recorded.event().documents(),
                line.lot(),
                line.from(),
                line.to(),
                line.quantity());
    }

    /** Which lines belong to the chain. */
    private interface Wanted {
        boolean shows(EventLine line, long position);
    }
}
