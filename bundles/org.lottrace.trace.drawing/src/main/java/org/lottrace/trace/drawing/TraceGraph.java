package org.lottrace.trace.drawing;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.trace.drawing.internal.graph.FoldedGraph;
import org.lottrace.trace.drawing.internal.graph.WholeGraph;

/**
 * What is drawn of a trace.
 *
 * @param direction which way the trace went
 * @param nodes by column, and in it by id
 * @param edges by left and right end
 * @param lots how many lots the trace reached
 * @param parties how many suppliers and consignees it reached; one that is both counts twice
 * @param folded how many of these lots and parties are not drawn themselves but in a group
 * @param opened the groups that are open, as asked
 * @param notOpened those asked for that could not be opened: there is no such group, or the drawing would be too large
 * @param ledgerPosition every event up to it was taken into account
 */
public record TraceGraph(
        Direction direction,
        List<TraceNode> nodes,
        List<TraceEdge> edges,
        int lots,
        int parties,
        int folded,
        List<OpenedFold> opened,
        List<OpenedFold> notOpened,
        long ledgerPosition) {
    public TraceGraph {
        Objects.requireNonNull(direction);
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        opened = List.copyOf(opened);
        notOpened = List.copyOf(notOpened);
    }

    /**
     * @param trace with its edges; without them every lot stands alone
     * @param facts what is known of its lots and parties
     * @param folding how much is drawn
     */
    public static TraceGraph of(Trace trace, TraceFacts facts, Folding folding) {
        Objects.requireNonNull(folding);
        return FoldedGraph.of(WholeGraph.of(trace, facts), folding);
    }
}
