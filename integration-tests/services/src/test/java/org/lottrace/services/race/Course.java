package org.lottrace.services.race;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How a race went.
 *
 * @param waitedAt where the second request waited for the first; empty if it passed
 */
record Course(Request first, Request second, Optional<Site> waitedAt) {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** @param isBlocked whether somebody waits at the database for somebody else */
    static Course of(Request first, Request second, BooleanSupplier isBlocked) {
        first.start();
        until("the first stops or ends", () -> first.hasStopped() || first.hasEnded());
        if (!first.hasStopped()) {
            throw new AssertionError("the first request ended before it came to where it stops: " + first);
        }
        second.start();
        until("the second ends or waits", () -> second.hasEnded() || isBlocked.getAsBoolean());
        Optional<Site> waitedAt = second.hasEnded() ? Optional.empty() : second.at();
        first.goOn();
        until("both end", () -> first.hasEnded() && second.hasEnded());
        return new Course(first, second, waitedAt);
    }

    boolean isRefused() {
        return first.isRefused() || second.isRefused();
    }

    boolean isWithoutWhatWasRemoved() {
        return first.metWhatIsRemoved() && second.metWhatIsRemoved();
    }

    boolean metTheThird() {
        return first.metTheThird();
    }

    @Override
    public String toString() {
        return "first: " + first + "; second: " + second
                + waitedAt.map(site -> ", waited at " + site).orElse(", passed");
    }

    static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(Request.DEADLINE_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
