package org.lottrace.ledger.internal.follow;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long to wait after the n-th failure: a second, twice as long each time up to a limit; the last half of it by chance. */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator chance;

    BackOff(RandomGenerator chance) {
        this.chance = chance;
    }

    /** @return between half of the pause and all of it, so that what failed together is not tried again together */
    Duration after(int attempts, Duration longest) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        long pause = Collections.min(List.of(doubled, longest)).toMillis();
        return Duration.ofMillis(pause - chance.nextLong(pause / 2 + 1));
    }
}
