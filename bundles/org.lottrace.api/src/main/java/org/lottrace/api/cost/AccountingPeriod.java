package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Days that are closed together: a calendar month, or as configured.
 *
 * @param from its first day
 * @param to its last day; periods are called by it
 * @param state how far it is closed
 * @param steps what was done to it, in that order
 * @param snapshot what the books said when it was locked last; absent while it is open, and until that is worked out
 */
public record AccountingPeriod(
        LocalDate from, LocalDate to, PeriodState state, List<PeriodStep> steps, Optional<PeriodSnapshot> snapshot) {
    public AccountingPeriod {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(state);
        steps = List.copyOf(steps);
        Objects.requireNonNull(snapshot);
    }
}
