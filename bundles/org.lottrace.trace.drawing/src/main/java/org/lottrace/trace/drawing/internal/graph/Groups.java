package org.lottrace.trace.drawing.internal.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lottrace.trace.drawing.FoldId;
import org.lottrace.trace.drawing.LotNode;
import org.lottrace.trace.drawing.LotState;
import org.lottrace.trace.drawing.Stage;
import org.lottrace.trace.drawing.TraceNode;

/** The groups in which the nodes of a graph can be folded. They depend on nothing but the graph. */
final class Groups {
    /** What needs somebody comes first, so that it is seen in the first part of an opened group. */
    private static final Comparator<TraceNode> MOST_URGENT = Comparator.comparing(Groups::state)
            .thenComparing(node -> !node.suspect())
            .thenComparing(TraceNode::id);

    private final SortedMap<FoldId, List<TraceNode>> fans = new TreeMap<>();
    private final SortedMap<FoldId, List<TraceNode>> kinds = new TreeMap<>();

    Groups(WholeGraph graph) {
        Map<String, SortedSet<String>> neighbors = new HashMap<>();
        for (Link link : graph.links()) {
            neighbors.computeIfAbsent(link.from(), id -> new TreeSet<>()).add(">" + link.to());
            neighbors.computeIfAbsent(link.to(), id -> new TreeSet<>()).add("<" + link.from());
        }
        Map<List<Object>, List<TraceNode>> alike = new HashMap<>();
        for (TraceNode node : graph.nodes()) {
            if (!isSeed(node)) {
                FoldId kind = kind(node);
                kinds.computeIfAbsent(kind, id -> new ArrayList<>()).add(node);
                SortedSet<String> around = neighbors.getOrDefault(node.id(), new TreeSet<>());
                alike.computeIfAbsent(List.of(kind, around), key -> new ArrayList<>())
                        .add(node);
            }
        }
        alike.values().forEach(nodes -> fans.put(FoldId.fan(nodes.get(0).id()), nodes));
        fans.values().forEach(nodes -> nodes.sort(MOST_URGENT));
        kinds.values().forEach(nodes -> nodes.sort(MOST_URGENT));
    }

    /** @return nodes of one kind with the same neighbors, the seeds not among them */
    SortedMap<FoldId, List<TraceNode>> fans() {
        return fans;
    }

    /** @return the lots of each item, the suppliers and the consignees, the seeds not among them */
    SortedMap<FoldId, List<TraceNode>> kinds() {
        return kinds;
    }

    /** @return the members of that group; empty when there is no such group */
    List<TraceNode> members(FoldId id) {
        return fans.getOrDefault(id, kinds.getOrDefault(id, List.of()));
    }

    static boolean isSeed(TraceNode node) {
        return node instanceof LotNode lot && lot.seed();
    }

    private static FoldId kind(TraceNode node) {
        return node.fold(
                lot -> FoldId.item(lot.lot().item().value()),
                party -> party.stage() == Stage.SUPPLIER ? FoldId.SUPPLIERS : FoldId.CONSIGNEES,
                FoldedGraph::notYet);
    }

    private static LotState state(TraceNode node) {
        return node.fold(LotNode::state, party -> LotState.SELLABLE, FoldedGraph::notYet);
    }
}
