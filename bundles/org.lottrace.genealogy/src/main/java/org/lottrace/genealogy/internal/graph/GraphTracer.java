package org.lottrace.genealogy.internal.graph;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.genealogy.Handover;
import org.lottrace.api.genealogy.Trace;
import org.lottrace.api.genealogy.TraceRequest;
import org.lottrace.api.genealogy.TracedEdge;

/** Answers traces from a graph alone. Keeps the arrays of finished walks for the next ones, of any thread. */
public final class GraphTracer {
    private static final int LARGE = 20_000;

    private final Queue<Reach> idle = new ConcurrentLinkedQueue<>();
    private final int large;

    public GraphTracer() {
        this(LARGE);
    }

    /** For tests. */
    GraphTracer(int large) {
        this.large = large;
    }

    /**
     * @param position the newest event that counts, no later than the head of the graph
     * @return the answer as if nothing were filtered; without stock, unless it is asked for as of the head of the graph
     */
    public Trace trace(LotGraph graph, TraceRequest request, long position) {
        return read(graph, request, position).get();
    }

    /**
     * Reads all that the answer of {@link #trace} needs. What takes long for an ingredient that is in everything, following
     * the suspect goods event by event, is left to the one who gets the answer: the graph may change meanwhile.
     *
     * @return the answer, to be got once
     */
    public Supplier<Trace> read(LotGraph graph, TraceRequest request, long position) {
        Reach forward = take();
        Reach backward = take();
        Tracing tracing = new Tracing(graph, request, position, forward, backward);
        TraceAnswer answer = new TraceAnswer(graph, tracing, request, large);
        List<TracedEdge> edges = request.edges() ? answer.edges() : List.of();
        List<Handover> handovers = answer.handovers();
        List<StockBalance> onHand = isNow(graph, request, position) ? answer.onHand() : List.of();
        answer.leaveGraph();
        return () -> {
            Trace trace = new Trace(request, answer.lots(), edges, handovers, onHand, position);
            idle.add(forward);
            idle.add(backward);
            return trace;
        };
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
