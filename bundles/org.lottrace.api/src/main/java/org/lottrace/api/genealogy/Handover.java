package org.lottrace.api.genealogy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * A quantity of a lot that passed between the company and a party outside: a receipt, a shipment or a return.
 *
 * @param event the event
 * @param position its ledger position
 * @param type {@code RECEIVE}, {@code SHIP} or {@code RETURN}
 * @param at when it happened
 * @param site the own site where it happened
 * @param lot which lot
 * @param party from whom or to whom
 * @param documents the documents of the event, the main one first
 * @param quantity in the base unit
 * @param container the logistic unit it was in at the party's side
 */
public record Handover(
        EventId event,
        long position,
        EventType type,
        Instant at,
        SiteId site,
        LotKey lot,
        PartyId party,
        List<DocumentReference> documents,
        Quantity quantity,
        Optional<Sscc> container) {
    public Handover {
        Objects.requireNonNull(event);
        Objects.requireNonNull(type);
        Objects.requireNonNull(at);
        Objects.requireNonNull(site);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(party);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(container);
        documents = List.copyOf(documents);
    }

    /** @return true when the party got the goods: a customer, or the supplier again */
    public boolean isOutgoing() {
        return type == EventType.SHIP || type == EventType.SUPPLIER_RETURN;
    }
}
