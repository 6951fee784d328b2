package org.lottrace.ledger.internal.follow;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.InMemoryFollower;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.lease.LeaseLostException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one follower on a thread of its own, which ends when it has had nothing to do for a while. */
final class FollowerRun {
    private static final Logger LOG = LoggerFactory.getLogger(FollowerRun.class);
    /** Not longer: what is in the way is the same for all events, and others wait for it to go away. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private static final int TICKS_UNTIL_LOOK = 30;
    private static final long IDLE_SECONDS = 10;

    private final LedgerFollower follower;
    private final Surroundings with;
    private final Steps steps;
    private final ThreadPoolExecutor thread;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean isStopped;
    /** The head of the ledger when nothing was to be done. */
    private volatile long quietAt = -1;
    /** What kept it from working at all, such as a database that is away: no event is to blame. */
    private volatile Optional<FollowerFailure> trouble = Optional.empty();

    private int ticks;

    FollowerRun(LedgerFollower follower, Surroundings with) {
        this.follower = follower;
        this.with = with;
        this.steps =
                follower instanceof InMemoryFollower own ? new OwnSteps(own, with) : new SharedSteps(follower, with);
        this.thread = new ThreadPoolExecutor(
                1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> thread(follower, work));
        thread.allowCoreThreadTimeOut(true);
    }

    LedgerFollower follower() {
        return follower;
    }

    /** The ledger has grown: one look is enough however fast it grows. */
    void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.execute(() -> {
                    asked.set(false);
                    workIfDue();
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("follower is not run any more follower={}", follower.name());
            }
        }
    }

    /** Time has passed: wakes it when there may be something to do, and now and then in any case. */
    void tick(long head) {
        ticks = (ticks + 1) % TICKS_UNTIL_LOOK;
        boolean isPausing = trouble.filter(t -> !with.isDue(t)).isPresent();
        if (!isPausing && (quietAt != head || ticks == 0)) {
            wake();
        }
    }

    /**
     * Works at once, even after a failure.
     *
     * @return head of the ledger when it began; all of it is taken in if nothing failed and this node may. Empty when that
     *     takes longer
     */
    Optional<Long> now(Duration patience) {
        return await(patience, () -> {
            long head = with.head();
            work(head);
            return head;
        });
    }

    /** @return false when the event is not set aside */
    boolean retrySetAside(long position) {
        return await(Duration.ofDays(1), () -> steps.retrySetAside(position)).orElse(false);
    }

    /** Returns when the old is gone. */
    void rebuild() {
        await(Duration.ofDays(1), () -> {
            steps.rebuild();
            return null;
        });
        wake();
    }

    FollowerStatus status() {
        return steps.status(trouble);
    }

    /** Lets the page that is being worked on come to its end, and other nodes follow. */
    void stop() {
        isStopped = true;
        thread.execute(() -> {
            try {
                steps.release();
            } catch (RuntimeException e) {
                LOG.debug("lease is not given back, it ends by itself follower={}", follower.name(), e);
            }
        });
        thread.shutdown();
    }

    boolean awaitStopped(Duration patience) throws InterruptedException {
        return thread.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void workIfDue() {
        try {
            Steps.Look look = steps.look();
            quietAt = look.quietAt();
            if (look.isDue()) {
                work(Long.MAX_VALUE);
            }
            trouble = Optional.empty();
        } catch (RuntimeException e) {
            // the outermost edge for everything that follows the ledger: the next look begins where this one stood
            troubled(e);
        }
    }

    private void work(long until) {
        try {
            if (steps.mayWork()) {
                takeIn(until);
            }
        } catch (LeaseLostException e) {
            LOG.info("another node follows now follower={} why={}", follower.name(), e.getMessage());
            steps.release();
        }
    }

    private void takeIn(long until) {
        steps.retrySetAside();
        int size = steps.failure().isPresent() ? 1 : follower.pageSize();
        long reached = 0;
        while (!isStopped && reached < until && steps.mayWork()) {
            try {
                reached = steps.page(size);
                trouble = Optional.empty();
                if (reached == 0) {
                    return;
                }
            } catch (RuntimeException e) {
                if (Surroundings.isNoFaultOfAnEvent(e)) {
                    throw e;
                }
                if (size == 1 && !steps.failed(e)) {
                    return;
                }
                size = size == 1 ? follower.pageSize() : 1;
            }
        }
    }

    private void troubled(RuntimeException e) {
        FollowerFailure failure = with.again(trouble, 0, LONGEST_PAUSE, e);
        trouble = Optional.of(failure);
        if (failure.attempts() == 1) {
            LOG.error("follower cannot work now, it tries again follower={}", follower.name(), e);
        }
    }

    private <T> Optional<T> await(Duration patience, Callable<T> work) {
        try {
            return Optional.ofNullable(thread.submit(work).get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for follower " + follower.name(), e);
        }
    }

    private static Thread thread(LedgerFollower follower, Runnable work) {
        Thread thread = new Thread(work, "lottrace-follower-" + follower.name());
        thread.setDaemon(true);
        return thread;
    }
}
