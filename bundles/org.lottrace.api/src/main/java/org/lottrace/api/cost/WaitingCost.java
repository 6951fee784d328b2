package org.lottrace.api.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;

/**
 * An event that is not booked yet: it cannot be, or it waits for one before it. The books go on with everything else, and book it as soon
 * as they can.
 *
 * @param position where it stands in the ledger
 * @param event which one
 * @param document its first document; empty when it names none
 * @param day its accounting date
 * @param reason why it is not booked, and what to do
 * @param behind position of the event that it waits for; empty when it cannot be booked itself
 * @param since when the books came to it, or first could not go on with it
 */
public record WaitingCost(
        long position,
        EventId event,
        Optional<DocumentReference> document,
        LocalDate day,
        String reason,
        Optional<Long> behind,
        Instant since) {
    public WaitingCost {
        Objects.requireNonNull(event);
        Objects.requireNonNull(document);
        Objects.requireNonNull(day);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(behind);
        since = since.truncatedTo(ChronoUnit.MICROS);
    }
}
