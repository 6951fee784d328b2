package org.lottrace.edi.as2.internal.outgoing;

import java.time.Duration;

/** How long a connection is left alone: who tries a wrong password each minute is locked out. */
final class Backoff {
    static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 12;

    private Backoff() {}

    /**
     * @param interval between two looks when all is well
     * @param failures in a row, 0 or more
     */
    static Duration pause(Duration interval, int failures) {
        Duration pause = interval.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration longest = interval.compareTo(LONGEST) > 0 ? interval : LONGEST;
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
