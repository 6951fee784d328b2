package org.lottrace.api.cost;

import java.util.Objects;
import java.util.Optional;

/**
 * How far the books follow the ledger.
 *
 * @param booked position of the newest event that is booked
 * @param head position of the newest event in the ledger
 * @param problem why it goes no further, naming the event and what to do; absent when all is well
 */
public record CostingProgress(long booked, long head, Optional<String> problem) {
    public CostingProgress {
        Objects.requireNonNull(problem);
    }
}
