package org.lottrace.movement.capture.internal;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lottrace.api.event.CaptureContext;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.movement.BatchCapture.Request;
import org.lottrace.api.movement.Movement;
import org.lottrace.api.operation.CurrentCaller;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Group commit: requests that come while another one is being captured wait for it, and are then captured together by the first of
 * them. Each records at the head of the ledger, so they would wait for each other anyway; so they share the commit, too. Callers that
 * were many a moment ago come back together: the next group waits a little for them, or every second commit would be that of one. A
 * request that comes alone is captured at once. On another node others do the same; the database keeps them apart.
 */
final class GroupCapture {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCapture.class);

    /** Callers come back within less than this, and a commit takes as long or longer. */
    private static final Duration PATIENCE = Duration.ofMillis(3);

    private final UnitOfWork unitOfWork;
    private final SharedTransaction shared;
    private final Duration patience;
    private final LedgerStore events;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean busy;
    /** How many were here when the last group was captured: those in it, and those who had come meanwhile. */
    private int around;

    GroupCapture(UnitOfWork unitOfWork, SharedTransaction shared, LedgerStore events) {
        this(unitOfWork, shared, events, PATIENCE);
    }

    /** @param patience how long a group waits at most for those who may come back */
    GroupCapture(UnitOfWork unitOfWork, SharedTransaction shared, LedgerStore events, Duration patience) {
        this.unitOfWork = unitOfWork;
        this.shared = shared;
        this.events = events;
        this.patience = patience;
    }

    /** What a request waits for: it captures a group, it goes alone after its group was lost, or it is captured. */
    private record Turn(boolean leads, Optional<Outcome<RecordedEvent>> outcome) {
        static final Turn LEADS = new Turn(true, Optional.empty());
        static final Turn GOES_ALONE = new Turn(false, Optional.empty());

        static Turn captured(Outcome<RecordedEvent> outcome) {
            return new Turn(false, Optional.of(outcome));
        }
    }

    private record Waiting(Request<RecordedEvent> request, CompletableFuture<Turn> turn) {}

    Outcome<RecordedEvent> capture(Movement movement, Supplier<Outcome<RecordedEvent>> capture) {
        if (unitOfWork.isOpen()) {
            return capture.get();
        }
        Waiting own = new Waiting(
                new Request<>(Optional.of(movement), CurrentCaller.bound(capture)), new CompletableFuture<>());
        Turn turn = enter(own) ? Turn.LEADS : own.turn().join();
        return turn.leads() ? lead(own) : turn.outcome().orElseGet(() -> alone(own.request()));
    }

    /** What it asks travels together, as that of a group does. */
    private Outcome<RecordedEvent> alone(Request<RecordedEvent> request) {
        Movement movement = request.movement().orElseThrow();
        CaptureContext context = movement.context();
        return unitOfWork.required(() -> {
            events.readAhead(
                    context.id(),
                    context.site(),
                    context.effective().minus(1, ChronoUnit.MICROS), // what happened at the same moment is asked, too
                    movement.lots().toList());
            return request.capture().get();
        });
    }

    /** @return whether it leads already */
    private synchronized boolean enter(Waiting own) {
        if (busy) {
            waiting.add(own);
            if (waiting.size() + 1 >= around) {
                notifyAll(); // whoever leads waits for no more
            }
            return false;
        }
        busy = true;
        return true;
    }

    private Outcome<RecordedEvent> lead(Waiting own) {
        List<Waiting> group = group(own);
        if (group.size() == 1) {
            try {
                return alone(own.request());
            } finally {
                next(1);
            }
        }
        List<Turn> turns = Collections.nCopies(group.size(), Turn.GOES_ALONE);
        try {
            turns = shared.capture(group.stream().map(Waiting::request).toList()).stream()
                    .map(Turn::captured)
                    .toList();
        } catch (RuntimeException e) {
            LOG.info("requests that shared a transaction go on alone number={}", group.size(), e);
        } finally {
            next(group.size());
            for (int i = 1; i < group.size(); i++) {
                group.get(i).turn().complete(turns.get(i));
            }
        }
        return turns.get(0).outcome().orElseGet(() -> alone(own.request()));
    }

    private synchronized List<Waiting> group(Waiting first) {
        awaitOthers();
        List<Waiting> group = new ArrayList<>(List.of(first));
        while (!waiting.isEmpty() && group.size() < SharedTransaction.MOST_TOGETHER) {
            group.add(waiting.remove());
        }
        return group;
    }

    private synchronized void awaitOthers() {
        long deadline = System.nanoTime() + patience.toNanos();
        long left = patience.toMillis();
        try {
            while (waiting.size() + 1 < Math.min(around, SharedTransaction.MOST_TOGETHER) && left > 0) {
                wait(left);
                left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // for whoever asked; the others are captured now
        }
    }

    /** @return how many wait for their turn */
    synchronized int waiting() {
        return waiting.size();
    }

    /** @param captured how many just were */
    private synchronized void next(int captured) {
        around = captured + waiting.size();
        Optional<Waiting> next = Optional.ofNullable(waiting.poll());
        busy = next.isPresent();
        next.ifPresent(first -> first.turn().complete(Turn.LEADS));
    }
}
