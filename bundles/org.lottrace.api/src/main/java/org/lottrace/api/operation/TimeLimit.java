package org.lottrace.api.operation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * How long the work of this thread may take. It is held to at each question to a store, and the database breaks off a question that
 * is still at work then: one caller's question does not keep the database from the others.
 */
public final class TimeLimit {
    private static final ThreadLocal<TimeLimit> CURRENT = new ThreadLocal<>();

    private final Duration limit;
    private final long end;

    private TimeLimit(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /**
     * Does the work under a limit. Within a limit already, that one goes on.
     *
     * @throws TimeLimitException if it took longer and was noticed
     */
    public static <T> T within(Duration limit, Callable<T> work) throws Exception {
        if (CURRENT.get() != null) {
            return work.call();
        }
        CURRENT.set(new TimeLimit(limit));
        try {
            return work.call();
        } finally {
            CURRENT.remove();
        }
    }

    /** @return the limit of this thread; empty when it may take as long as it likes */
    public static Optional<TimeLimit> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** @return what is left, in whole seconds, at least one */
    public int secondsLeft() {
        return (int) Math.max(
                1, Duration.ofNanos(end - System.nanoTime()).plusMillis(999).toSeconds());
    }

    /** @throws TimeLimitException if it is over */
    public void check() {
        if (System.nanoTime() - end > 0) {
            throw exceeded();
        }
    }

    /** @return what to throw when something was broken off */
    public TimeLimitException exceeded() {
        return new TimeLimitException(limit);
    }
}
