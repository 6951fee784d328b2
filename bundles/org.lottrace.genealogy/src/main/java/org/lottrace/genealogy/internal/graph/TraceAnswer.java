package org.lottrace.genealogy.internal.graph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
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

/**
 * Writes down what a tracing reached, as values that need neither graph nor database. The lots with their suspect goods are
 * written down without looking at the graph again.
 *
 * <p>Of a large answer the suspect goods are read and followed beside the rest, and then written down by two threads.
 */
final class TraceAnswer {
    private final LotGraph graph;
    private final Tracing tracing;
    private final ReachedLots reached;
    private final List<TracedLot> unknownSeeds;
    private final Optional<SuspectQuantities> suspect;
    private final int writers;
    private final CompletableFuture<Void> history;
    private CompletableFuture<Void> followed = CompletableFuture.completedFuture(null);

    /** @param large number of lots from which on the suspect goods are worth a second thread */
    TraceAnswer(LotGraph graph, Tracing tracing, TraceRequest request, int large) {
        this.graph = graph;
        this.tracing = tracing;
        suspect = Optional.of(request)
                .filter(TraceRequest::suspectQuantities)
                .map(asked -> new SuspectQuantities(graph, tracing, asked));
        writers = suspect.isPresent() && tracing.forward.size() >= large ? 2 : 1;
        history = beside(() -> suspect.ifPresent(SuspectQuantities::read));
        reached = new ReachedLots(graph, tracing.forward, tracing.backward);
        unknownSeeds = request.seeds().stream()
                .map(Seed::lot)
                .filter(seed -> graph.lot(seed) < 0)
                .map(seed -> new TracedLot(seed, 0))
                .toList();
    }

    /** Comes back when everything is read that needs the graph but what was not asked for; the graph may change afterwards. */
    void leaveGraph() {
        end(history);
        if (writers > 1) {
            followed = beside(this::follow);
        }
    }

    private void follow() {
        suspect.ifPresent(quantities -> quantities.follow(writers));
    }

    private CompletableFuture<Void> beside(Runnable work) {
        if (writers > 1) {
            return CompletableFuture.runAsync(work);
        }
        work.run();
        return CompletableFuture.completedFuture(null);
    }

    private static void end(CompletableFuture<Void> work) {
        try {
            work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** @return every lot once at its shortest distance, by level and key */
    List<TracedLot> lots() {
        if (writers == 1) {
            follow();
        }
        end(followed);
        TracedLot[] all = new TracedLot[reached.size()];
        int[] order = reached.byLevel();
        int half = all.length / writers;
        CompletableFuture<Void> others = beside(() -> write(order, half, all.length, all, writers - 1));
        write(order, 0, half, all, 0);
        end(others);
        if (unknownSeeds.isEmpty()) {
            return Arrays.asList(all);
        }
        List<TracedLot> lots = new ArrayList<>(Arrays.asList(all));
        lots.addAll(unknownSeeds);
        lots.sort(Comparator.comparingInt(TracedLot::level).thenComparing(TracedLot::lot));
        return lots;
    }

    private void write(int[] order, int from, int to, TracedLot[] all, int writer) {
        for (int i = from; i < to; i++) {
            int index = order[i];
            int lot = reached.lot(index);
            all[i] = new TracedLot(
                    reached.key(index),
                    reached.level(index),
                    suspect.map(quantities -> quantities.of(lot, writer)).orElse(List.of()));
        }
    }

    /** @return every edge once, by ledger position, input and output */
    List<TracedEdge> edges() {
        List<TracedEdge> edges = new ArrayList<>();
        EdgeShares shares = new EdgeShares(graph, tracing.rule);
        Map<Integer, LotKey> keys = new HashMap<>();
        for (int i = 0; i < reached.size(); i++) {
            keys.put(reached.lot(i), reached.key(i));
        }
        keys.forEach((output, key) -> graph.inputs.each(output, (columns, row) -> {
            int input = EdgeRow.input(columns, row);
            if (tracing.rule.counts(graph, columns, row) && tracing.follows(input, output)) {
                edges.add(shares.edge(columns, row, keys.get(input), output, key));
            }
        }));
        edges.sort(Comparator.comparingLong(TracedEdge::position)
                .thenComparing(e -> e.edge().input())
                .thenComparing(e -> e.edge().output()));
        return edges;
    }

    /** @return receipts, shipments and returns, by ledger position and lot */
    List<Handover> handovers() {
        Crossings found = new Crossings();
        for (int i = 0; i < reached.size(); i++) {
            found.add(i);
        }
        Map<Integer, PartyId> parties = new HashMap<>();
        List<Handover> handovers = new ArrayList<>(found.lot.size());
        EventHeader header = null;
        int event = -1;
        for (long crossing : found.inOrder()) {
            int number = (int) crossing;
            if (header == null || event != (int) (crossing >>> 32)) {
                event = (int) (crossing >>> 32);
                header = header(event);
            }
            handovers.add(new Handover(
                    header.id(),
                    graph.events.position(event),
                    graph.events.type(event),
                    header.at(),
                    graph.events.site(event),
                    reached.key(found.lot.get(number)),
                    parties.computeIfAbsent(
                            found.place.get(number),
                            place -> new PartyId(graph.places.get(place).code())),
                    header.documents(),
                    graph.quantities.get(found.quantity.get(number)),
                    graph.container(found.container.get(number))));
        }
        return handovers;
    }

    /** @return where the lots are at the position of the graph, by lot and position */
    List<StockBalance> onHand() {
        List<StockBalance> balances = new ArrayList<>();
        List<StockBalance> ofLot = new ArrayList<>();
        for (int lot = 0; lot < reached.size(); lot++) {
            StockTable.Balances stock = graph.stock.of(reached.lot(lot));
            for (int i = 0; i < stock.positions().length; i++) {
                long position = stock.positions()[i];
                ofLot.add(new StockBalance(
                        reached.key(lot),
                        new Position(
                                graph.places.get(StockTable.Balances.place(position)),
                                graph.container(StockTable.Balances.container(position))),
                        graph.quantities.get(stock.quantities()[i])));
            }
            ofLot.sort(Comparator.comparing(StockBalance::position));
            balances.addAll(ofLot);
            ofLot.clear();
        }
        return balances;
    }

    private EventHeader header(int event) {
        return new EventHeader(graph.events.id(event), graph.events.effective(event), graph.events.documents(event));
    }

    /** Crossings to and from parties, found lot by lot in the order of their keys. */
    private final class Crossings {
        private final IntColumn lot = new IntColumn();
        private final IntColumn event = new IntColumn();
        private final IntColumn place = new IntColumn();
        private final IntColumn quantity = new IntColumn();
        private final IntColumn container = new IntColumn();

        void add(int index) {
            graph.crossings.each(reached.lot(index), (columns, row) -> {
                int outside = CrossingRow.place(columns, row);
                if (graph.places.get(outside).kind() == PlaceKind.PARTY
                        && tracing.rule.counts(graph, CrossingRow.event(columns, row))) {
                    lot.add(index);
                    event.add(CrossingRow.event(columns, row));
                    place.add(outside);
                    quantity.add(CrossingRow.quantity(columns, row));
                    container.add(CrossingRow.container(columns, row));
                }
            });
        }

        /** @return event and number of each, by event and then as they were found, which is by lot */
        long[] inOrder() {
            long[] order = new long[event.size()];
            for (int i = 0; i < order.length; i++) {
                order[i] = (long) event.get(i) << 32 | i;
            }
            Arrays.sort(order);
            return order;
        }
    }

    /** What the handovers of one event share. */
    private record EventHeader(EventId id, Instant at, List<DocumentReference> documents) {}
}
