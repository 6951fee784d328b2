package org.lottrace.web.gate.internal.limit;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bytes of all bodies that are worked on at a time: each is small enough, many at once would fill the memory. Whoever comes
 * beyond it waits for the others a little; small requests pass large ones that wait.
 */
public final class BodyBudget {
    /** More would only hold threads that others need, the health page among them. */
    private static final int MOST_WAITING = 20;

    private final Semaphore bytes;
    private final int most;
    private final long patience;
    private final Places places;

    /**
     * @param most bytes, 1 or more
     * @param patience nanoseconds to wait for them, 0 or more
     */
    public BodyBudget(int most, long patience, Places places) {
        if (most < 1 || patience < 0) {
            throw new IllegalArgumentException(RequestLimitsConfig.PID
                    + ": all.bodies.max.bytes must be 1 or more, and all.bodies.wait.seconds 0 or more");
        }
        this.bytes = new Semaphore(most);
        this.most = most;
        this.patience = patience;
        this.places = places;
    }

    /** One body that is as large as it may be has room, whatever is configured. */
    static BodyBudget of(RequestLimitsConfig config) {
        return new BodyBudget(
                Math.max(config.all_bodies_max_bytes(), config.body_max_bytes()),
                TimeUnit.SECONDS.toNanos(config.all_bodies_wait_seconds()),
                Places.of(config));
    }

    /** @return nothing yet; what it takes is given back when it is closed */
    public Share share(String user) {
        return new Share(user);
    }

    /** @return seconds, 1 or more */
    private long retryAfter() {
        return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(patience));
    }

    /** For tests. */
    boolean isWaitedFor() {
        return bytes.hasQueuedThreads();
    }

    private boolean take(int more) {
        if (bytes.tryAcquire(more)) {
            return true;
        }
        if (bytes.getQueueLength() >= MOST_WAITING) {
            return false;
        }
        try {
            return bytes.tryAcquire(more, patience, TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What one request has taken, from its first byte until it is answered. Used by one thread at a time. */
    public final class Share implements AutoCloseable {
        private final String user;
        private boolean entered;
        private int taken;

        private Share(String user) {
            this.user = user;
        }

        /** @throws RefusedBodyException if as many requests are worked on as may be */
        public void enter() throws RefusedBodyException {
            if (!entered) {
                places.take(user);
                entered = true;
            }
        }

        /** @throws RefusedBodyException if others need them for longer than this one waits; it keeps what it has */
        void growTo(long size) throws RefusedBodyException {
            int more = Math.toIntExact(Math.min(size, most)) - taken;
            if (more <= 0) {
                return;
            }
            if (!take(more)) {
                throw RefusedBodyException.notNow(
                        "TOO_MANY_REQUESTS",
                        "LotTrace is working on other requests, of " + most
                                + " bytes together at most. Send this one again in " + retryAfter()
                                + " seconds, and fewer large ones at once; if it has more memory, raise"
                                + " all.bodies.max.bytes in etc/" + RequestLimitsConfig.PID + ".cfg.",
                        retryAfter());
            }
            taken += more;
        }

        @Override
        public void close() {
            bytes.release(taken);
            taken = 0;
            if (entered) {
                places.giveBack(user);
                entered = false;
            }
        }
    }
}
