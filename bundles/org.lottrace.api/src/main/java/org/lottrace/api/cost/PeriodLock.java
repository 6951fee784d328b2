package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * A request to lock an accounting period.
 *
 * @param to the last day of the period
 * @param accepted checks that may be open: what they have found is known, and goes on into the next period
 * @param reason why they are accepted; may be empty when none is
 */
public record PeriodLock(LocalDate to, Set<CloseCheck.Kind> accepted, String reason) {
    public PeriodLock {
        Objects.requireNonNull(to);
        accepted = Set.copyOf(accepted);
        Objects.requireNonNull(reason);
    }
}
