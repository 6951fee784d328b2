package org.lottrace.login.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that goes on when it is told; it began anywhere, as {@link System#nanoTime()} does. */
public final class HandsOfAClock implements LongSupplier {
    private long now = -Duration.ofMinutes(3).toNanos();

    public void goOn(Duration time) {
        now += time.toNanos();
    }

    @Override
    public long getAsLong() {
        return now;
    }
}
