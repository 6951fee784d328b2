package org.lottrace.genealogy.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.lottrace.api.event.InMemoryFollower;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.LedgerFollowers;
import org.lottrace.api.event.RebuildableFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerHead;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.genealogy.internal.graph.GraphSnapshot;
import org.lottrace.genealogy.internal.graph.LotGraph;
import org.lottrace.genealogy.internal.graph.WarmUp;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the graph that all answers share in step with the ledger. Only the follower's thread changes the graph, with what is
 * committed: so nothing else gets in, whoever asks.
 */
@Component(
        service = {LedgerFollower.class, GraphFeed.class},
        configurationPid = GenealogyService.PID,
        immediate = true)
@Designate(ocd = GenealogyServiceConfig.class)
public final class GraphFeed implements InMemoryFollower, RebuildableFollower {
    static final String NAME = "graph";

    private static final Logger LOG = LoggerFactory.getLogger(GraphFeed.class);
    private static final int PAGE = 1_000;

    /** A ledger of any length that people have is read within it. */
    private static final Duration PATIENCE_TO_LOAD = Duration.ofMinutes(30);

    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final Optional<GraphSnapshot> snapshot;
    private final LedgerFollowers followers;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final WarmUp warmUp = new WarmUp();
    private LotGraph graph = new LotGraph();
    private boolean isOpened;
    private boolean isFolded;
    private boolean isComplete;
    private long inSnapshot;
    private GraphOrigin origin = GraphOrigin.ledger("which was not looked at yet");
    private volatile boolean isLoaded;

    @Activate
    public GraphFeed(
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore ledger,
            @Reference LedgerFollowers followers,
            GenealogyServiceConfig config) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.snapshot = Optional.of(config.snapshot_folder())
                .filter(folder -> !folder.isBlank())
                .map(folder -> new GraphSnapshot(Path.of(folder)));
        this.followers = followers;
    }

    /**
     * Reads the graph; waits until it is loaded. It is not changed meanwhile, and must not be used afterwards.
     *
     * @throws IllegalStateException if it cannot be loaded; each question tries it once more
     */
    <T> T read(Function<LotGraph, T> reader) {
        if (!isLoaded) {
            followers.catchUp(NAME, PATIENCE_TO_LOAD).failure().ifPresent(failure -> {
                throw new IllegalStateException(
                        "the genealogy cannot be answered, its graph could not be built from the ledger: "
                                + failure.reason());
            });
            isLoaded = true;
        }
        lock.readLock().lock();
        try {
            return reader.apply(graph);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public synchronized long position() {
        if (!isOpened) {
            open();
            isOpened = true;
        }
        return graph.head().position();
    }

    @Override
    public synchronized void follow(List<RecordedEvent> page) {
        try {
            write(() -> page.forEach(graph::take));
        } catch (RuntimeException e) {
            if (inSnapshot > 0) {
                LOG.warn("graph cannot go on from its snapshot and is built again from the ledger", e);
                begin(GraphOrigin.ledger("its snapshot does not fit"), new LotGraph());
            }
            throw e;
        }
        boolean isInStep = page.size() < PAGE;
        if (isInStep && !isComplete) {
            complete();
        }
        if (isInStep && (!isFolded || graph.isWorthFolding())) {
            fold();
        }
    }

    @Override
    public synchronized void reset() {
        isOpened = true;
        begin(GraphOrigin.ledger("as it was told to"), new LotGraph());
    }

    /** @return what it began with, once it has begun */
    synchronized GraphOrigin origin() {
        return origin;
    }

    /** @return whether it has come to where the ledger was */
    synchronized boolean isComplete() {
        return isComplete;
    }

    /** Writes the snapshot. */
    @Deactivate
    synchronized void stop() {
        warmUp.stop();
        if (graph.head().position() > inSnapshot) {
            fold();
        }
    }

    private void open() {
        if (snapshot.filter(GraphSnapshot::exists).isEmpty()) {
            begin(GraphOrigin.ledger("there is no snapshot"), new LotGraph());
            return;
        }
        long end = unitOfWork.required(ledger::head).position();
        snapshot.flatMap(this::saved)
                .ifPresentOrElse(
                        read -> begin(GraphOrigin.snapshot(read.head().position(), read.lots()), read),
                        () -> begin(GraphOrigin.ledger("its snapshot cannot be used"), new LotGraph()));
        if (graph.head().position() == end) {
            complete(); // nothing is left to follow
        }
    }

    private void complete() {
        isComplete = true;
        LOG.info(
                "graph is complete position={} lots={}, it began with {}",
                graph.head().position(),
                graph.lots(),
                origin);
        warmUp.begin(lock.readLock(), () -> graph);
    }

    private void begin(GraphOrigin with, LotGraph first) {
        origin = with;
        inSnapshot = with.position();
        isFolded = inSnapshot > 0;
        isComplete = false;
        write(() -> graph = first);
        LOG.info("graph begins with {}", with);
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

    private void fold() {
        write(graph.folded());
        isFolded = true;
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
}
