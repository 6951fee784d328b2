package org.lottrace.genealogy.internal.graph;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;

/** Answers traces from a graph alone. Keeps the arrays of finished walks for the next ones, of any thread. */
public final class GraphTracer {
    private final Queue<Reach> idle = new ConcurrentLinkedQueue<>();

    /**
     * @param position the newest event that counts, no later than the head of the graph
     * @return the answer as if nothing were filtered; without stock, unless it is asked for as of the head of the graph
     */
    public Trace trace(LotGraph graph, TraceRequest request, long position) {
        Reach forward = take();
        Reach backward = take();
        try {
            TraceAnswer answer =
                    new TraceAnswer(graph, new Tracing(graph, request, position, forward, backward), request);
            return new Trace(
                    request,
                    answer.lots(),
                    request.edges() ? answer.edges() : List.of(),
                    answer.handovers(),
                    isNow(graph, request, position) ? answer.onHand() : List.of(),
                    position);
        } finally {
            idle.add(forward);
            idle.add(backward);
        }
    }

    /** @return true when the stock of the graph is the one asked for */
    public static boolean isNow(LotGraph graph, TraceRequest request, long position) {
        return position == graph.head().position()
                && request.asOf().happenedBy().isEmpty();
    }

    private Reach take() {
        Reach reach = idle.poll();
        return reach == null ? new Reach() : reach;
    }
}
