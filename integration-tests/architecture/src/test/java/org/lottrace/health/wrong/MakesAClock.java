package org.lottrace.health.wrong;

import java.time.Clock;

/** Brings a clock of its own instead of taking the service. */
public final class MakesAClock {
    public final Clock clock = Clock.systemUTC();
}
