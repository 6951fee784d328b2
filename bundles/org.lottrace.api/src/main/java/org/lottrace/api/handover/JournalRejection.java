package org.lottrace.api.handover;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry that a receiver did not take.
 *
 * @param number 1, 2, 3 … over all receivers
 * @param receiver that rejected it
 * @param entry number of the entry
 * @param reason why, as the receiver says
 * @param by who said so
 * @param at when, cut to microseconds
 * @param resent when it was released to be sent once more; absent while it is rejected
 */
public record JournalRejection(
        long number, String receiver, long entry, String reason, String by, Instant at, Optional<Instant> resent) {
    public JournalRejection {
        Objects.requireNonNull(receiver);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(by);
        at = at.truncatedTo(ChronoUnit.MICROS);
        resent = resent.map(moment -> moment.truncatedTo(ChronoUnit.MICROS));
    }

    /** @return whether nobody has had it sent once more since */
    public boolean isOpen() {
        return resent.isEmpty();
    }
}
