package org.lottrace.api.cost.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.EventId;

/**
 * An event that is booked out of its turn, or not yet. It stays known when it is booked, so that books that are built again take the
 * events in the same order and give the same numbers.
 *
 * @param position where it stands in the ledger
 * @param event which one
 * @param reason why it could not be booked in its turn, at most 2,000 characters
 * @param behind position of the event that it waits for; 0 when it cannot be booked itself
 * @param untilRecorded true when only something that is recorded can help, such as a price
 * @param since when it began to wait
 * @param notBefore while it waits: the books must have come to that position before it is tried, they had been there when they were
 *     built again; once it is booked: how many of those that were booked after the same event were booked before it
 * @param bookedAfter position of the event after which it was booked; empty while it waits
 * @param undone true when it was reversed before it could be booked: then neither is booked
 */
public record KeptWaiting(
        long position,
        EventId event,
        String reason,
        long behind,
        boolean untilRecorded,
        Instant since,
        long notBefore,
        Optional<Long> bookedAfter,
        boolean undone) {
    public static final int LONGEST_REASON = 2_000;

    public KeptWaiting {
        Objects.requireNonNull(event);
        reason = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        since = since.truncatedTo(ChronoUnit.MICROS);
        Objects.requireNonNull(bookedAfter);
    }

    /** @return the same for another reason */
    public KeptWaiting because(String why, long behindPosition, boolean isUntilRecorded) {
        long from = bookedAfter.orElse(notBefore);
        return new KeptWaiting(
                position, event, why, behindPosition, isUntilRecorded, since, from, Optional.empty(), false);
    }

    /**
     * @param before how many others were booked after that event before it
     * @return the same, booked after that event, or never to be when {@code isUndone}
     */
    public KeptWaiting booked(long after, long before, boolean isUndone) {
        return new KeptWaiting(
                position, event, reason, behind, untilRecorded, since, before, Optional.of(after), isUndone);
    }
}
