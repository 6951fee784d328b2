package org.lottrace.genealogy.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TraceStops;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/** Answers a trace from nothing but a list of events, without shares: slow, and too simple to be wrong. */
public final class LedgerReplay {
    private final TraceRequest request;
    private final List<TracedEdge> edges = new ArrayList<>();
    private final List<Handover> handovers = new ArrayList<>();
    private final Map<LotKey, Map<Position, Quantity>> stock = new TreeMap<>();
    private final long head;

    /**
     * @param events all of the ledger, by position
     * @param request without filter and suspect quantities
     */
    public LedgerReplay(List<RecordedEvent> events, TraceRequest request) {
        this.request = request;
        List<RecordedEvent> counting = events.stream().filter(this::counts).toList();
        counting.forEach(this::take);
        head = events.stream()
                .mapToLong(RecordedEvent::position)
                .filter(p -> p <= request.asOf().position().orElse(Long.MAX_VALUE))
                .max()
                .orElse(0);
    }

    public Trace trace() {
        Map<LotKey, Integer> levels = new HashMap<>();
        List<TracedEdge> found = new ArrayList<>();
        if (request.direction() != Direction.BACKWARD) {
            walk(e -> e.edge().input(), e -> e.edge().output(), levels, found);
        }
        if (request.direction() != Direction.FORWARD) {
            walk(e -> e.edge().output(), e -> e.edge().input(), levels, found);
        }
        return new Trace(
                request,
                levels.entrySet().stream()
                        .map(e -> new TracedLot(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparingInt(TracedLot::level).thenComparing(TracedLot::lot))
                        .toList(),
                found.stream()
                        .distinct()
                        .sorted(Comparator.comparingLong(TracedEdge::position)
                                .thenComparing(e -> e.edge().input())
                                .thenComparing(e -> e.edge().output()))
                        .toList(),
                handovers.stream()
                        .filter(h -> levels.containsKey(h.lot()))
                        .sorted(Comparator.comparingLong(Handover::position).thenComparing(Handover::lot))
                        .toList(),
                onHand(levels.keySet()),
                head);
    }

    /** @return the same answer without what a replay does not compute */
    public static Trace comparable(Trace trace) {
        return new Trace(
                trace.request(),
                trace.lots(),
                trace.edges().stream()
                        .map(e -> new TracedEdge(
                                e.event(),
                                e.position(),
                                e.at(),
                                e.site(),
                                e.edge(),
                                Optional.empty(),
                                Optional.empty()))
                        .toList(),
                trace.handovers(),
                trace.onHand(),
                trace.ledgerPosition());
    }

    private void walk(
            Function<TracedEdge, LotKey> near,
            Function<TracedEdge, LotKey> far,
            Map<LotKey, Integer> levels,
            List<TracedEdge> found) {
        Map<LotKey, Integer> reached = new LinkedHashMap<>();
        request.seeds().stream().map(Seed::lot).forEach(lot -> reached.put(lot, 0));
        ArrayDeque<LotKey> open = new ArrayDeque<>(reached.keySet());
        while (!open.isEmpty()) {
            LotKey lot = open.remove();
            int level = reached.get(lot);
            if (level > 0 && stopsAt(lot) || level >= request.stops().levels().orElse(Integer.MAX_VALUE)) {
                continue;
            }
            for (TracedEdge edge : edges) {
                if (near.apply(edge).equals(lot)) {
                    found.add(edge);
                    if (reached.putIfAbsent(far.apply(edge), level + 1) == null) {
                        open.add(far.apply(edge));
                    }
                }
            }
        }
        reached.forEach((lot, level) -> levels.merge(lot, level, Math::min));
    }

    private boolean stopsAt(LotKey lot) {
        TraceStops stops = request.stops();
        return stops.lots().contains(lot)
                || stops.items().contains(lot.item())
                || stops.issuers().contains(lot.issuer());
    }

    private boolean counts(RecordedEvent recorded) {
        return recorded.position() <= request.asOf().position().orElse(Long.MAX_VALUE)
                && request.asOf().knownAt().filter(recorded.recorded()::isAfter).isEmpty()
                && request.asOf()
                        .happenedBy()
                        .filter(recorded.event().context().effective()::isAfter)
                        .isEmpty();
    }

    private void take(RecordedEvent recorded) {
        recorded.event().edges().stream()
                .filter(edge -> !request.stops().knownEdgesOnly() || edge.certainty() == Edge.Certainty.KNOWN)
                .forEach(edge -> edges.add(TracedEdge.of(recorded, edge)));
        for (EventLine line : recorded.event().lines()) {
            move(line.lot(), line.from(), line.quantity().negated());
            move(line.lot(), line.to(), line.quantity());
            outside(line).ifPresent(position -> handovers.add(handover(recorded, line, position)));
        }
    }

    private void move(LotKey lot, Position position, Quantity quantity) {
        if (position.place().kind().holdsStock()) {
            stock.computeIfAbsent(lot, key -> new TreeMap<>()).merge(position, quantity, Quantity::plus);
        }
    }

    private List<StockBalance> onHand(Collection<LotKey> lots) {
        List<StockBalance> balances = new ArrayList<>();
        stock.forEach((lot, positions) -> positions.forEach((position, quantity) -> {
            if (lots.contains(lot) && !quantity.isZero()) {
                balances.add(new StockBalance(lot, position, quantity));
            }
        }));
        return balances;
    }

    private static Optional<Position> outside(EventLine line) {
        return Optional.of(line.to()).filter(LedgerReplay::isParty).or(() -> Optional.of(line.from())
                .filter(LedgerReplay::isParty));
    }

    private static boolean isParty(Position position) {
        return position.place().kind() == PlaceKind.PARTY;
    }

    private static Handover handover(RecordedEvent recorded, EventLine line, Position outside) {
        return new Handover(
                recorded.event().id(),
                recorded.position(),
                recorded.event().type(),
                recorded.event().context().effective(),
                recorded.event().context().site(),
                line.lot(),
                new PartyId(outside.place().code()),
                recorded.event().documents(),
                line.quantity(),
                outside.container());
    }
}
