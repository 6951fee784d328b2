package org.lottrace.trace.drawing.internal.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lottrace.trace.drawing.FoldedNode;
import org.lottrace.trace.drawing.Folding;
import org.lottrace.trace.drawing.OpenedFold;
import org.lottrace.trace.drawing.TraceEdge;
import org.lottrace.trace.drawing.TraceGraph;
import org.lottrace.trace.drawing.TraceNode;

/** Folds a whole graph until it can be drawn. */
public final class FoldedGraph {
    /** What remains for all that is not opened. */
    private static final int RESERVED = 40;

    private FoldedGraph() {}

    /** @return never more than {@link Folding#MOST} nodes */
    public static TraceGraph of(WholeGraph whole, Folding folding) {
        Groups groups = new Groups(whole);
        List<OpenedFold> asked = folding.opened().stream().sorted().toList();
        List<OpenedFold> opened = new ArrayList<>(openable(asked, groups));
        Assignment assignment = new Assignment(whole, groups, folding, opened);
        while (!opened.isEmpty()
                && (assignment.visible() > Folding.MOST || assignment.connections() > Folding.MOST_EDGES)) {
            opened.remove(opened.size() - 1);
            assignment = new Assignment(whole, groups, folding, opened);
        }
        return graph(whole, groups, assignment, asked, opened);
    }

    /** @return nothing: a graph that is not folded yet has no such node */
    static <R> R notYet(FoldedNode node) {
        throw new IllegalStateException("folded twice: " + node.id());
    }

    private static List<OpenedFold> openable(List<OpenedFold> asked, Groups groups) {
        List<OpenedFold> opened = new ArrayList<>();
        int room = Folding.MOST - RESERVED;
        for (OpenedFold group : asked) {
            int shown =
                    Assignment.part(groups.members(group.fold()), group.part()).size();
            if (shown > 0 && shown <= room) {
                opened.add(group);
                room -= shown;
            }
        }
        return opened;
    }

    private static TraceGraph graph(
            WholeGraph whole, Groups groups, Assignment assignment, List<OpenedFold> asked, List<OpenedFold> opened) {
        Map<List<String>, EdgeSum> sums = new TreeMap<>(
                Comparator.comparing((List<String> ends) -> ends.get(0)).thenComparing(ends -> ends.get(1)));
        Map<String, Box> boxes = new TreeMap<>();
        for (TraceNode node : whole.nodes()) {
            boxes.computeIfAbsent(assignment.box(node.id()), Box::new).add(node);
        }
        for (Link link : whole.links()) {
            String from = assignment.box(link.from());
            String to = assignment.box(link.to());
            if (from.equals(to)) {
                boxes.get(from).connectInside();
            } else {
                sums.computeIfAbsent(List.of(from, to), ends -> new EdgeSum(from, to))
                        .add(link);
            }
        }
        List<TraceNode> nodes = boxes.values().stream()
                .map(box -> box.node(groups, opened))
                .sorted(WholeGraph.ORDER)
                .toList();
        List<TraceEdge> edges = sums.values().stream().map(EdgeSum::edge).toList();
        int alone = (int) boxes.values().stream().filter(Box::isOfOne).count();
        return new TraceGraph(
                whole.direction(),
                nodes,
                edges,
                whole.lots(),
                whole.parties(),
                whole.nodes().size() - alone,
                opened,
                asked.stream().filter(group -> !opened.contains(group)).toList(),
                whole.ledgerPosition());
    }
}
