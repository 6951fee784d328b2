package org.lottrace.api.recall.report;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How fast a case went: the marks of the clock.
 *
 * @param decided T0, the decision
 * @param scopeKnown T1, the first version of the scope
 * @param stockBlocked T2, everything live was stopped; absent for an exercise
 * @param firstNotice T3, the first notice went out
 * @param allNotified T4, the last consignee of the scope was told; absent while one was not
 */
public record ClockMarks(
        Instant decided,
        Optional<Instant> scopeKnown,
        Optional<Instant> stockBlocked,
        Optional<Instant> firstNotice,
        Optional<Instant> allNotified) {
    public ClockMarks {
        Objects.requireNonNull(decided);
        Objects.requireNonNull(scopeKnown);
        Objects.requireNonNull(stockBlocked);
        Objects.requireNonNull(firstNotice);
        Objects.requireNonNull(allNotified);
    }
}
