package org.lottrace.genealogy.internal.graph;

import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Seed;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TraceStops;
import org.lottrace.api.lot.LotKey;

/** What a request reaches in a graph: forward, backward, or both ways beside each other. */
final class Tracing {
    final LotGraph graph;
    final EdgeRule rule;
    final Reach forward;
    final Reach backward;
    /** Whether all edges count and are followed to the end, so that none leads out of what was reached. */
    final boolean isEverything;

    /**
     * @param position the newest event that counts
     * @param forward is used for what is reached forward
     * @param backward is used for what is reached backward
     */
    Tracing(LotGraph graph, TraceRequest request, long position, Reach forward, Reach backward) {
        this.graph = graph;
        this.forward = forward;
        this.backward = backward;
        rule = EdgeRule.of(
                graph, position, request.asOf().happenedBy(), request.stops().knownEdgesOnly());
        isEverything = rule.equals(EdgeRule.ALL)
                && !graph.events.hasReversals()
                && request.stops().equals(TraceStops.NONE);
        int[] seeds = request.seeds().stream()
                .mapToInt(seed -> graph.lot(seed.lot()))
                .filter(lot -> lot >= 0)
                .toArray();
        walk(request, true, request.direction() == Direction.BACKWARD ? new int[0] : seeds, forward);
        walk(request, false, request.direction() == Direction.FORWARD ? new int[0] : seeds, backward);
    }

    /** @return true when an edge that counts belongs to the answer */
    boolean follows(int input, int output) {
        return forward.goesOn(input) || backward.goesOn(output);
    }

    boolean reaches(int lot) {
        return forward.contains(lot) || backward.contains(lot);
    }

    private void walk(TraceRequest request, boolean isForward, int[] seeds, Reach reach) {
        if (isEverything) {
            GraphWalk.everything(graph, isForward, seeds, reach);
        } else {
            Set<LotKey> begin = request.seeds().stream().map(Seed::lot).collect(Collectors.toSet());
            GraphWalk.within(graph, isForward, seeds, rule, goesOn(request.stops(), begin), reach);
        }
    }

    private GraphWalk.LotRule goesOn(TraceStops stops, Set<LotKey> seeds) {
        int levels = stops.levels().orElse(Integer.MAX_VALUE);
        boolean anywhere = stops.lots().isEmpty()
                && stops.items().isEmpty()
                && stops.issuers().isEmpty();
        return (lot, level) -> level < levels && (anywhere || passes(stops, seeds, graph.key(lot)));
    }

    private static boolean passes(TraceStops stops, Set<LotKey> seeds, LotKey lot) {
        return seeds.contains(lot)
                || !(stops.lots().contains(lot)
                        || stops.items().contains(lot.item())
                        || stops.issuers().contains(lot.issuer()));
    }
}
