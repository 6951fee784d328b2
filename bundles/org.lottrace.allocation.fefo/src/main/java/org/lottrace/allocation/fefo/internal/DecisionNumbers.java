package org.lottrace.allocation.fefo.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Numbers that grow with time, without asking the database: microseconds, and two digits by chance. On one node none comes twice; if two
 * nodes draw the same one, the key of the table refuses it, and the unit of work runs again.
 */
final class DecisionNumbers {
    private static final int BY_CHANCE = 100;

    /** Of everybody in this process. */
    private static final AtomicLong LAST = new AtomicLong();

    private final Clock clock;

    DecisionNumbers(Clock clock) {
        this.clock = clock;
    }

    long next() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        long drawn = micros * BY_CHANCE + ThreadLocalRandom.current().nextInt(BY_CHANCE);
        return LAST.updateAndGet(before -> Math.max(before + 1, drawn));
    }
}
