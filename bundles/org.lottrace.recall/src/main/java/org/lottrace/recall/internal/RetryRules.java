package org.lottrace.recall.internal;

import java.time.Duration;
import java.time.Instant;

/** When a notice that did not go out is tried again: after a minute, then twice as long each time, at most an hour. */
final class RetryRules {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    private RetryRules() {}

    /** @param failures how often it was tried, 1 or more */
    static Instant nextTry(Instant lastTry, int failures) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        return lastTry.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
    }
}
