package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Up to which day the books are closed, as steps of periods say it. Periods are closed one after the other and opened again the other
 * way round, so it is all days up to one. The rule for whoever books and for whoever looks at a date that a sender states.
 */
public final class ClosedDays {
    private ClosedDays() {}

    /**
     * @param steps by number
     * @param position of an event in the ledger; what was done to periods at it or later does not count for it
     * @return the last closed day; empty when none is closed
     */
    public static Optional<LocalDate> until(List<PeriodStep> steps, long position) {
        return inForce(steps, position).map(PeriodStep::to);
    }

    /** @return the last closed day now; empty when none is closed */
    public static Optional<LocalDate> now(List<PeriodStep> steps) {
        return until(steps, Long.MAX_VALUE);
    }

    /** @return the newest lock that was not undone before that position; empty when there is none */
    public static Optional<PeriodStep> inForce(List<PeriodStep> steps, long position) {
        Deque<PeriodStep> locks = new ArrayDeque<>();
        for (PeriodStep step : steps) {
            if (step.position() < position) {
                if (step.kind() == PeriodStep.Kind.LOCK) {
                    locks.push(step);
                } else if (step.kind() == PeriodStep.Kind.REOPEN) {
                    locks.pop();
                }
            }
        }
        return Optional.ofNullable(locks.peek());
    }

    /** @return the newest lock of an earlier period that is in force under that one; empty when there is none */
    public static Optional<PeriodStep> before(List<PeriodStep> steps, PeriodStep lock) {
        return inForce(
                steps.stream().filter(step -> step.number() < lock.number()).toList(), Long.MAX_VALUE);
    }
}
