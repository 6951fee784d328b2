package org.lottrace.api.recall;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the opening of a case, or another version of its scope, has come that is just being worked out. What it has found is not
 * committed yet: when it is refused, nothing has happened.
 *
 * @param recallCase which case; empty until it has a number
 * @param actor who does it
 * @param since when it began, exact to the microsecond
 * @param affected how many lots are affected; 0 while they are traced
 * @param toBlock how many of them are being blocked; 0 until their reservations, their ship notices and what is on the road are found
 */
public record RecallUnderway(
        Optional<RecallCaseId> recallCase, String actor, Instant since, int affected, int toBlock) {
    public RecallUnderway {
        Objects.requireNonNull(recallCase);
        Objects.requireNonNull(actor);
        since = since.truncatedTo(ChronoUnit.MICROS);
    }
}
