package org.lottrace.genealogy.internal.graph;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
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
    /** A server that starts has other things to do. */
    private static final long DELAY_SECONDS = 5;

    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final GraphTracer tracer = new GraphTracer();
    private final Reach reach = new Reach();
    private int asked;
    private volatile boolean isStopped;

    /**
     * Asks all of it soon, on a thread of its own: those of the common pool work for somebody who holds the graph and waits for them.
     *
     * @param reading is held while a question is asked
     */
    public void begin(Lock reading, Supplier<LotGraph> graph) {
        CompletableFuture.delayedExecutor(DELAY_SECONDS, TimeUnit.SECONDS, WarmUp::start)
                .execute(() -> askAll(reading, graph));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "lottrace-graph-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    public void stop() {
        isStopped = true;
    }

    private void askAll(Lock reading, Supplier<LotGraph> graph) {
        long begun = System.nanoTime();
        boolean goesOn = true;
        while (goesOn && !isStopped && System.nanoTime() - begun < LONGEST_NANOS) {
            reading.lock();
            try {
                goesOn = ask(graph.get());
            } finally {
                reading.unlock();
            }
        }
    }

    /**
     * Asks the next question. Who rebuilds the graph begins anew while it is asked still: one after the other.
     *
     * @return false when there are no more
     */
    public synchronized boolean ask(LotGraph graph) {
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
