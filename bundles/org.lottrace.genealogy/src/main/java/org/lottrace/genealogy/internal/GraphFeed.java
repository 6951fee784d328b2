package org.lottrace.genealogy.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.genealogy.internal.graph.GraphSnapshot;
import org.lottrace.genealogy.internal.graph.LotGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the graph that all answers share in step with the ledger. Only its own thread changes the graph, in units of work
 * of its own: so nothing gets in that is not committed, whoever asks.
 */
final class GraphFeed {
    private static final Logger LOG = LoggerFactory.getLogger(GraphFeed.class);
    private static final int PAGE = 1_000;
    private static final int SECONDS_TO_STOP = 60;

    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final Optional<GraphSnapshot> snapshot;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(GraphFeed::thread);
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicBoolean asked = new AtomicBoolean();
    private LotGraph graph = new LotGraph();
    private long inSnapshot;
    private Future<?> loaded;

    /** Begins at once to load the graph. */
    GraphFeed(UnitOfWork unitOfWork, LedgerStore ledger, Optional<GraphSnapshot> snapshot) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.snapshot = snapshot;
        loaded = thread.submit(this::load);
    }

    /**
     * Reads the graph; waits until it is loaded. It is not changed meanwhile, and must not be used afterwards.
     *
     * @throws IllegalStateException if it cannot be loaded
     */
    <T> T read(Function<LotGraph, T> reader) {
        awaitLoaded();
        lock.readLock().lock();
        try {
            return reader.apply(graph);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Takes in what is committed, soon and on its own thread. */
    void catchUpSoon() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.execute(this::catchUpIfLoaded);
            } catch (RejectedExecutionException e) {
                LOG.debug("graph is not fed any more, its bundle stops");
            }
        }
    }

    /** Finishes what has begun, and writes the snapshot. */
    void stop() {
        thread.execute(() -> {
            if (graph.head().position() > inSnapshot) {
                fold();
            }
        });
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("graph is not written, its thread did not stop seconds={}", SECONDS_TO_STOP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void load() {
        Optional<LotGraph> saved = snapshot.filter(GraphSnapshot::exists).flatMap(this::saved);
        inSnapshot = saved.map(g -> g.head().position()).orElse(0L);
        write(() -> graph = saved.orElseGet(LotGraph::new));
        catchUp();
        if (saved.isEmpty() && graph.head().position() > 0) {
            fold();
        }
        LOG.info(
                "graph loaded position={} fromSnapshot={} lots={}", graph.head().position(), inSnapshot, graph.lots());
    }

    /** @return the graph in the snapshot, if it is one of this ledger */
    private Optional<LotGraph> saved(GraphSnapshot file) {
        try {
            LotGraph read = file.read();
            LedgerHead head = read.head();
            String hash = unitOfWork.required(() -> ledger.after(head.position() - 1, 1)).stream()
                    .map(RecordedEvent::hash)
                    .findFirst()
                    .orElse("none");
            if (hash.equals(head.hash())) {
                return Optional.of(read);
            }
            throw new IOException("it is of another ledger: at position " + head.position() + " it has hash "
                    + head.hash() + ", the ledger " + hash);
        } catch (IOException e) {
            LOG.warn(
                    "graph is built again from the ledger, snapshot not used file={} why={}",
                    file.file(),
                    e.toString());
            return Optional.empty();
        }
    }

    private void catchUpIfLoaded() {
        asked.set(false);
        try {
            if (isLoaded()) {
                catchUp();
                if (graph.isWorthFolding()) {
                    fold();
                }
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "graph could not be fed, answers read the rest from the ledger position={}",
                    graph.head().position(),
                    e);
        }
    }

    private void catchUp() {
        List<RecordedEvent> page = pageAfter(graph.head().position());
        while (!page.isEmpty()) {
            List<RecordedEvent> next = page;
            write(() -> next.forEach(graph::take));
            page = pageAfter(graph.head().position());
        }
    }

    private List<RecordedEvent> pageAfter(long position) {
        return unitOfWork.required(() -> ledger.after(position, PAGE));
    }

    private void fold() {
        write(graph.folded());
        snapshot.ifPresent(file -> {
            try {
                file.write(graph);
                inSnapshot = graph.head().position();
            } catch (IOException e) {
                LOG.warn("graph is not saved, the next start builds it again file={}", file.file(), e);
            }
        });
    }

    private void write(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private synchronized boolean isLoaded() {
        return loaded.isDone() && failure(loaded).isEmpty();
    }

    /** A load that failed is tried once more by each question. */
    private void awaitLoaded() {
        Future<?> attempt;
        synchronized (this) {
            if (loaded.isDone() && failure(loaded).isPresent()) {
                loaded = thread.submit(this::load);
            }
            attempt = loaded;
        }
        failure(attempt).ifPresent(cause -> {
            throw new IllegalStateException(
                    "the genealogy cannot be answered, its graph could not be built from the ledger: " + cause, cause);
        });
    }

    private static Optional<Throwable> failure(Future<?> attempt) {
        try {
            attempt.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lottrace-genealogy");
        thread.setDaemon(true);
        return thread;
    }
}
