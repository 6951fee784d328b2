package org.lottrace.web.gate.internal.limit;

import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Rows of all answers that are made and sent at a time: each has a limit, many large ones at once would fill the memory. A service
 * finds its share in its message context, as a class that every bundle knows.
 */
public final class AnswerBudget {
    /** In the message context of a service: an {@link IntConsumer} that is asked for rows before they are read. */
    public static final String KEY = "lottrace.answer.rows";

    /** The largest answer of any service. */
    private static final int LARGEST = 10_000;

    private final Semaphore rows;
    private final long patience;

    /**
     * @param most rows
     * @param patience nanoseconds to wait for them
     */
    public AnswerBudget(int most, long patience) {
        if (most < LARGEST) {
            throw new IllegalArgumentException(
                    RequestLimitsConfig.PID + ": all.answers.max.rows must be " + LARGEST + " or more");
        }
        this.rows = new Semaphore(most, true);
        this.patience = patience;
    }

    static AnswerBudget of(RequestLimitsConfig config) {
        return new AnswerBudget(
                config.all_answers_max_rows(), TimeUnit.SECONDS.toNanos(config.all_bodies_wait_seconds()));
    }

    /** @return nothing yet; what it takes is given back when it is closed, and the answer is sent */
    public Share share() {
        return new Share();
    }

    /** What one answer has taken. Used by one thread at a time. */
    public final class Share implements IntConsumer, AutoCloseable {
        private int taken;

        /**
         * Grows to that number of rows.
         *
         * @throws UncheckedIOException with a refusal, if others need them for longer than this one waits; it keeps what it has
         */
        @Override
        public void accept(int most) {
            int more = Math.min(most, LARGEST) - taken;
            if (more <= 0) {
                return;
            }
            if (!acquired(more)) {
                throw new UncheckedIOException(RefusedBodyException.notNow(
                        "TOO_MANY_REQUESTS",
                        "LotTrace is making other large answers. Ask this again in some seconds, for less at a time; if it has"
                                + " more memory, raise all.answers.max.rows in etc/" + RequestLimitsConfig.PID
                                + ".cfg.",
                        Math.max(1, TimeUnit.NANOSECONDS.toSeconds(patience))));
            }
            taken += more;
        }

        private boolean acquired(int more) {
            try {
                return rows.tryAcquire(more, patience, TimeUnit.NANOSECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void close() {
            rows.release(taken);
            taken = 0;
        }
    }
}
