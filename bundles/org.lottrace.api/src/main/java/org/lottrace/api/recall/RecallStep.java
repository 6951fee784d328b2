package org.lottrace.api.recall;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A fact with who recorded it and when. Never changed.
 *
 * @param number 1, 2, 3 … within the case, without gaps
 * @param at when it was recorded, kept to the microsecond
 * @param actor who did it
 * @param fact what
 */
public record RecallStep(int number, Instant at, String actor, RecallFact fact) {
    public RecallStep {
        at = at.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(fact);
    }
}
