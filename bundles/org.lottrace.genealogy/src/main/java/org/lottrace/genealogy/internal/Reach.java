package org.lottrace.genealogy.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.event.Edge;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.TracedEdge;
import org.lottrace.api.genealogy.TracedLot;
import org.lottrace.api.lot.LotKey;

/**
 * Everything that can be reached from a lot, level by level. Every lot is visited once, so a loop (rework) ends, and
 * nothing recurses, so no depth is too deep.
 */
final class Reach {
    private static final Comparator<TracedEdge> BY_EVENT_AND_LOTS = Comparator.comparing(
                    (TracedEdge edge) -> edge.event().value())
            .thenComparing(edge -> edge.edge().input())
            .thenComparing(edge -> edge.edge().output());

    private final Map<LotKey, Integer> levels = new LinkedHashMap<>();
    private final List<TracedEdge> edges = new ArrayList<>();

    /** @param edgesOf the edges that leave the given lots in that direction */
    Reach(LotKey start, Direction direction, Function<Collection<LotKey>, List<TracedEdge>> edgesOf) {
        Set<LotKey> frontier = Set.of(start);
        for (int level = 0; !frontier.isEmpty(); level++) {
            for (LotKey lot : frontier) {
                levels.put(lot, level);
            }
            List<TracedEdge> found = edgesOf.apply(frontier);
            edges.addAll(found);
            frontier = found.stream()
                    .map(edge -> far(edge.edge(), direction))
                    .filter(lot -> !levels.containsKey(lot))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /** @return the same question asked of some of the edges found here, without a store */
    Reach within(LotKey start, Direction direction, Collection<TracedEdge> some) {
        Map<LotKey, List<TracedEdge>> byNear =
                some.stream().collect(Collectors.groupingBy(edge -> near(edge.edge(), direction)));
        return new Reach(start, direction, lots -> lots.stream()
                .flatMap(lot -> byNear.getOrDefault(lot, List.of()).stream())
                .toList());
    }

    /** @return every lot once, by level and key */
    List<TracedLot> lots() {
        return levels.entrySet().stream()
                .map(entry -> new TracedLot(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(TracedLot::level).thenComparing(TracedLot::lot))
                .toList();
    }

    /** @return every edge once, by event and lots */
    List<TracedEdge> edges() {
        return edges.stream().sorted(BY_EVENT_AND_LOTS).toList();
    }

    private static LotKey near(Edge edge, Direction direction) {
        return direction == Direction.FORWARD ? edge.input() : edge.output();
    }

    private static LotKey far(Edge edge, Direction direction) {
        return direction == Direction.FORWARD ? edge.output() : edge.input();
    }
}
