package org.lottrace.genealogy.internal.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.genealogy.internal.suspect.Fraction;

/** What suspect quantities are, by the same rules in exact fractions: slow, and written without a thought of speed. */
public final class ExactSuspect {
    private final LotGraph graph;
    private final Map<String, Map<Integer, ExactSeed>> byUnit = new TreeMap<>();

    private ExactSuspect(LotGraph graph) {
        this.graph = graph;
    }

    /** @return the lots of a trace with what each contains, as of the head of the graph */
    public static List<TracedLot> lots(LotGraph graph, TraceRequest request) {
        return new ExactSuspect(graph).answer(request);
    }

    private List<TracedLot> answer(TraceRequest request) {
        for (Seed seed : request.seeds()) {
            int lot = graph.lot(seed.lot());
            Optional<UnitOfMeasure> unit = lot < 0
                    ? Optional.empty()
                    : SuspectQuantities.unit(graph, lot)
                            .map(quantity -> graph.quantities.get(quantity).unit());
            unit.ifPresent(u -> byUnit.computeIfAbsent(u.code(), code -> new HashMap<>())
                    .put(lot, new ExactSeed(seed.suspect().map(Fraction::of))));
        }
        long position = graph.head().position();
        Tracing tracing = new Tracing(graph, request, position, new Reach(), new Reach());
        List<ExactReplay> replays = byUnit.entrySet().stream()
                .map(e -> new ExactReplay(graph, tracing, new UnitOfMeasure(e.getKey()), e.getValue()))
                .toList();
        replays.forEach(ExactReplay::follow);
        return new GraphTracer()
                .trace(graph, request.withoutEdges(), position).lots().stream()
                        .map(traced -> new TracedLot(
                                traced.lot(),
                                traced.level(),
                                replays.stream()
                                        .flatMap(replay -> replay.of(graph.lot(traced.lot())).stream())
                                        .toList()))
                        .toList();
    }
}
