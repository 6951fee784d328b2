package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that grow with time, without asking the database: microseconds, or one more than the last one. In one process none comes twice;
 * if two nodes draw the same one, the key of the table refuses it, and the unit of work runs again. They stay below 2 to the 53, which
 * is what JavaScript can count.
 */
final class DecisionNumbers {
    /** Of everybody in this process. */
    private static final AtomicLong LAST = new AtomicLong();

    private final Clock clock;

    DecisionNumbers(Clock clock) {
        this.clock = clock;
    }

    long next() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        return LAST.updateAndGet(before -> Math.max(before + 1, micros));
    }
}
