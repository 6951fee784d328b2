package org.lottrace.api.event;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * One line of an event: a quantity of a lot that went from somewhere to somewhere.
 *
 * @param position of the event in the ledger
 * @param line its number in the event, from 1
 * @param event which one
 * @param type of the event
 * @param effective when it happened
 * @param offset of the clock where it happened
 * @param recorded when it was recorded
 * @param site where it was recorded
 * @param actor who did it
 * @param documents that the event names
 * @param lot what went
 * @param quantity how much, in the base unit of the item
 * @param from whence
 * @param to whither
 * @param corrects the event that the event takes back or corrects
 * @param reversedBy the event that takes it back, so that it counts no more
 * @param correctedBy other events that name it as the one they correct
 */
public record MovementLine(
        long position,
        int line,
        EventId event,
        EventType type,
        Instant effective,
        ZoneOffset offset,
        Instant recorded,
        SiteId site,
        String actor,
        List<DocumentReference> documents,
        LotKey lot,
        Quantity quantity,
        Position from,
        Position to,
        Optional<EventId> corrects,
        Optional<EventId> reversedBy,
        List<EventId> correctedBy) {
    public MovementLine {
        Objects.requireNonNull(event);
        Objects.requireNonNull(type);
        Objects.requireNonNull(effective);
        Objects.requireNonNull(offset);
        Objects.requireNonNull(recorded);
        Objects.requireNonNull(site);
        Objects.requireNonNull(actor);
        documents = List.copyOf(documents);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(corrects);
        Objects.requireNonNull(reversedBy);
        correctedBy = List.copyOf(correctedBy);
    }

    /** @return where it stands in a list of movements */
    public MovementPlace place() {
        return new MovementPlace(position, line);
    }
}
