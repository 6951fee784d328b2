package org.lottrace.api.genealogy;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.Position;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * A quantity of a lot that passed from one place to another.
 *
 * @param event the event
 * @param position its ledger position
 * @param type what happened
 * @param at when, with the offset at the place
 * @param actor the person or system that did it
 * @param site the own site where it happened
 * @param documents the documents of the event, the main one first
 * @param lot which lot
 * @param from where it was
 * @param to where it came
 * @param quantity in its base unit
 */
public record CustodyStep(
        EventId event,
        long position,
        EventType type,
        OffsetDateTime at,
        String actor,
        SiteId site,
        List<DocumentReference> documents,
        LotKey lot,
        Position from,
        Position to,
        Quantity quantity) {
    public CustodyStep {
        Objects.requireNonNull(event);
        Objects.requireNonNull(type);
        Objects.requireNonNull(at);
        Objects.requireNonNull(actor);
        Objects.requireNonNull(site);
        documents = List.copyOf(documents);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(quantity);
    }
}
