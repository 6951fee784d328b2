package org.lottrace.trace.drawing.internal.graph;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.trace.drawing.LotNode;
import org.lottrace.trace.drawing.PartyNode;
import org.lottrace.trace.drawing.TraceFacts;
import org.lottrace.trace.drawing.TraceNode;

/**
 * Every lot and party of a trace, before anything is folded.
 *
 * @param nodes by column and id
 * @param links one for each record, in the order of the trace
 */
public record WholeGraph(Direction direction, List<TraceNode> nodes, List<Link> links, long ledgerPosition) {
    /** By column, and in it by id: stable, without meaning. */
    static final Comparator<TraceNode> ORDER =
            Comparator.comparing(TraceNode::stage).thenComparing(TraceNode::id);

    public WholeGraph {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /** @return what the trace says, and of each lot and party what is known */
    public static WholeGraph of(Trace trace, TraceFacts facts) {
        List<Link> links = new LinksOfTrace(trace).links();
        Map<String, TraceNode> nodes = new TreeMap<>();
        new LotNodes(trace, facts).nodes().forEach(node -> nodes.put(node.id(), node));
        new PartyNodes(trace, facts, links).nodes().forEach(node -> nodes.put(node.id(), node));
        return new WholeGraph(
                trace.request().direction(),
                nodes.values().stream().sorted(ORDER).toList(),
                links,
                trace.ledgerPosition());
    }

    int lots() {
        return (int) nodes.stream().filter(LotNode.class::isInstance).count();
    }

    int parties() {
        return (int) nodes.stream().filter(PartyNode.class::isInstance).count();
    }
}
