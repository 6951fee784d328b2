package org.lottrace.edi.sftp.internal.client;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Breaks a connection off when nothing has moved on it for too long, whatever it waits for. */
final class HangGuard implements AutoCloseable {
    private static final int LOOKS = 4;

    private final long limit;
    private final Runnable breakOff;
    private final ScheduledFuture<?> looks;
    private volatile long moved = System.nanoTime();
    private volatile boolean isBroken;

    /** @param breakOff makes whoever waits on the connection fail */
    HangGuard(ScheduledExecutorService timer, Duration timeout, Runnable breakOff) {
        this.limit = timeout.toNanos();
        this.breakOff = breakOff;
        long pause = Math.max(1, limit / LOOKS);
        this.looks = timer.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.NANOSECONDS);
    }

    void moved() {
        moved = System.nanoTime();
    }

    /** @return whether it was broken off here */
    boolean isBroken() {
        return isBroken;
    }

    private void look() {
        if (!isBroken && System.nanoTime() - moved >= limit) {
            isBroken = true;
            breakOff.run();
        }
    }

    @Override
    public void close() {
        looks.cancel(false);
    }
}
