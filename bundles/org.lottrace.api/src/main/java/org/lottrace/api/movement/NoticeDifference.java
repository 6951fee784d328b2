package org.lottrace.api.movement;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * One difference between a ship notice and what came of it.
 *
 * @param kind what differs
 * @param event the receipt that shows it; absent when it shows in what did not come
 * @param line number of the line of the notice that it is about, 1 for the first; absent when it is about none
 * @param lot the lot that came, or did not come; absent when the notice names none
 * @param container the logistic unit it is about
 * @param quantity how much is in question, in the base unit of the item; absent when it is about no quantity
 * @param message what differs and what to do, for people
 */
public record NoticeDifference(
        DifferenceKind kind,
        Optional<EventId> event,
        Optional<Integer> line,
        Optional<LotKey> lot,
        Optional<Sscc> container,
        Optional<Quantity> quantity,
        String message) {
    public NoticeDifference {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(event);
        Objects.requireNonNull(line);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(container);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(message);
    }

    /** @return the same, as that receipt shows it for so much */
    public NoticeDifference shownBy(EventId receipt, Quantity inQuestion) {
        return new NoticeDifference(kind, Optional.of(receipt), line, lot, container, Optional.of(inQuestion), message);
    }
}
