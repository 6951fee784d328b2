package org.lottrace.genealogy.internal.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.Place;
import org.lottrace.api.event.PlaceKind;
import org.lottrace.api.event.Position;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;

/** Writes down what a tracing reached, as values that need neither graph nor database. */
final class TraceAnswer {
    private final LotGraph graph;
    private final Tracing tracing;
    private final TraceRequest request;
    private final Map<Integer, LotKey> keys = new HashMap<>();
    private final Map<Integer, Integer> levels = new HashMap<>();

    TraceAnswer(LotGraph graph, Tracing tracing, TraceRequest request) {
        this.graph = graph;
        this.tracing = tracing;
        this.request = request;
        note(tracing.forward);
        note(tracing.backward);
    }

    /** @return every lot once at its shortest distance, by level and key */
    List<TracedLot> lots() {
        List<TracedLot> lots = new ArrayList<>(levels.size());
        Optional<SuspectQuantities> suspect = Optional.of(request)
                .filter(TraceRequest::suspectQuantities)
                .map(asked -> new SuspectQuantities(graph, tracing, asked));
        levels.forEach((lot, level) -> lots.add(new TracedLot(
                keys.get(lot),
                level,
                suspect.map(quantities -> quantities.of(lot)).orElse(List.of()))));
        request.seeds().stream()
                .map(Seed::lot)
                .filter(seed -> graph.lot(seed) < 0)
                .forEach(unknown -> lots.add(new TracedLot(unknown, 0)));
        lots.sort(Comparator.comparingInt(TracedLot::level).thenComparing(TracedLot::lot));
        return lots;
    }

    /** @return every edge once, by ledger position, input and output */
    List<TracedEdge> edges() {
        List<TracedEdge> edges = new ArrayList<>();
        EdgeShares shares = new EdgeShares(graph, tracing.rule);
        levels.keySet()
                .forEach(output -> graph.inputs.each(output, (columns, row) -> {
                    int input = columns[0][row];
                    if (tracing.rule.counts(graph, columns, row) && tracing.follows(input, output)) {
                        edges.add(
                                shares.edge(input, key(input), output, key(output), columns[1][row], columns[2][row]));
                    }
                }));
        edges.sort(Comparator.comparingLong(TracedEdge::position)
                .thenComparing(e -> e.edge().input())
                .thenComparing(e -> e.edge().output()));
        return edges;
    }

    /** @return receipts, shipments and returns, by ledger position and lot */
    List<Handover> handovers() {
        List<Handover> handovers = new ArrayList<>();
        Map<Integer, EventHeader> events = new HashMap<>();
        levels.keySet()
                .forEach(lot -> graph.crossings.each(lot, (columns, row) -> {
                    Place outside = graph.places.get(columns[1][row] >> 1);
                    int event = columns[0][row];
                    if (outside.kind() == PlaceKind.PARTY && tracing.rule.counts(graph, event)) {
                        EventHeader header = events.computeIfAbsent(event, this::header);
                        handovers.add(new Handover(
                                header.id(),
                                graph.events.position(event),
                                graph.events.type(event),
                                graph.events.effective(event),
                                graph.events.site(event),
                                keys.get(lot),
                                new PartyId(outside.code()),
                                header.documents(),
                                graph.quantities.get(columns[2][row]),
                                graph.container(columns[3][row])));
                    }
                }));
        handovers.sort(Comparator.comparingLong(Handover::position).thenComparing(Handover::lot));
        return handovers;
    }

    /** @return where the lots are at the position of the graph, by lot and position */
    List<StockBalance> onHand() {
        List<StockBalance> balances = new ArrayList<>();
        levels.keySet().forEach(lot -> {
            StockTable.Balances stock = graph.stock.of(lot);
            for (int i = 0; i < stock.positions().length; i++) {
                long position = stock.positions()[i];
                balances.add(new StockBalance(
                        keys.get(lot),
                        new Position(
                                graph.places.get(StockTable.Balances.place(position)),
                                graph.container(StockTable.Balances.container(position))),
                        graph.quantities.get(stock.quantities()[i])));
            }
        });
        balances.sort(Comparator.comparing(StockBalance::lot).thenComparing(StockBalance::position));
        return balances;
    }

    private void note(Reach reach) {
        for (int level = 0, i = 0; level < reach.levels(); level++) {
            for (; i < reach.upToLevel(level); i++) {
                levels.merge(reach.lot(i), level, Math::min);
                key(reach.lot(i));
            }
        }
    }

    private LotKey key(int lot) {
        return keys.computeIfAbsent(lot, graph::key);
    }

    private EventHeader header(int event) {
        return new EventHeader(graph.events.id(event), graph.events.documents(event));
    }

    /** What the handovers of one event share. */
    private record EventHeader(EventId id, List<DocumentReference> documents) {}
}
