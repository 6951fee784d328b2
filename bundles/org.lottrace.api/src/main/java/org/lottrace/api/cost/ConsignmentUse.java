package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.EventType;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods on consignment that became ours, because they were used or taken over.
 *
 * @param entry number of the journal entry
 * @param day accounting date
 * @param event what they were used by
 * @param type of that event
 * @param document its main document
 * @param supplier of the purchase order; absent when none names one
 * @param orderLine the line of the purchase order for which they came
 * @param lot which lot
 * @param quantity in the base unit; negative when it was reversed
 * @param value what is owed for it at the agreed price, in the currency of the books; negative when it was reversed
 */
public record ConsignmentUse(
        long entry,
        LocalDate day,
        EventId event,
        EventType type,
        DocumentReference document,
        Optional<PartyId> supplier,
        Optional<OrderLineReference> orderLine,
        LotKey lot,
        Quantity quantity,
        Money value) {
    public ConsignmentUse {
        Objects.requireNonNull(day);
        Objects.requireNonNull(event);
        Objects.requireNonNull(type);
        Objects.requireNonNull(document);
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(value);
    }
}
