package org.lottrace.genealogy.internal.graph;

import java.util.List;
import org.lottrace.api.genealogy.Direction;
import org.lottrace.api.genealogy.TraceRequest;

/**
 * Asks about lots from all over the graph, one after the other, so that what answers is loaded and compiled before somebody waits
 * for it. The answers are thrown away. Lots that reach many others are left out: nobody who writes has to wait long.
 */
public final class WarmUp {
    /** Questions, each forward and backward. */
    private static final int QUESTIONS = 1_000;

    private static final int MANY = 2_000;

    private final GraphTracer tracer = new GraphTracer();
    private final Reach reach = new Reach();
    private int asked;

    /**
     * Asks the next question.
     *
     * @return false when there are no more
     */
    public boolean ask(LotGraph graph) {
        if (asked == QUESTIONS || graph.lots() == 0) {
            return false;
        }
        int lot = (int) ((long) graph.lots() * asked / QUESTIONS);
        asked++;
        for (Direction direction : List.of(Direction.FORWARD, Direction.BACKWARD)) {
            GraphWalk.everything(graph, direction == Direction.FORWARD, new int[] {lot}, reach);
            if (reach.size() <= MANY) {
                TraceRequest report = TraceRequest.of(direction, graph.key(lot)).withoutEdges();
                long head = graph.head().position();
                tracer.trace(graph, report, head);
                tracer.trace(graph, report.withSuspectQuantities(), head);
            }
        }
        return true;
    }
}
