package org.lottrace.cost.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lottrace.api.cost.ClosedDays;
import org.lottrace.api.cost.PeriodState;
import org.lottrace.api.cost.PeriodStep;
import org.lottrace.cost.internal.AccountingCalendar.Days;

/** What was done with the periods so far, and what each of them is by that. */
record PeriodHistory(List<PeriodStep> steps) {
    PeriodState state(Days days) {
        List<PeriodStep> own = of(days);
        if (own.isEmpty()) {
            return ClosedDays.now(steps)
                            .filter(last -> !days.to().isAfter(last))
                            .isPresent()
                    ? PeriodState.CLOSED
                    : PeriodState.OPEN;
        }
        return switch (own.get(own.size() - 1).kind()) {
            case LOCK -> PeriodState.LOCKED;
            case SIGN -> PeriodState.CLOSED;
            case REOPEN -> PeriodState.REOPENED;
        };
    }

    List<PeriodStep> of(Days days) {
        return steps.stream().filter(step -> step.to().equals(days.to())).toList();
    }

    /** @return the lock that is in force; empty when the period is open */
    Optional<PeriodStep> lockOf(Days days) {
        return Optional.of(days)
                .filter(Predicate.not(open -> state(open).isOpen()))
                .flatMap(closed -> of(closed).stream()
                        .filter(step -> step.kind() == PeriodStep.Kind.LOCK)
                        .reduce((older, newer) -> newer));
    }

    /** @return the last day of the newest period that is closed */
    Optional<LocalDate> closedUntil() {
        return ClosedDays.now(steps);
    }

    /** @return the first day of a period that is locked: days that are closed belong to the one before, whatever the calendar was then */
    LocalDate firstOpen(Days days) {
        return closedUntil()
                .map(last -> last.plusDays(1))
                .filter(open -> open.isAfter(days.from()))
                .orElse(days.from());
    }
}
