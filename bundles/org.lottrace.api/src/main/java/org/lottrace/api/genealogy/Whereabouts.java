package org.lottrace.api.genealogy;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Where a quantity of a lot is now: in a storage location, in the work in process of a production order, or with a party
 * that received it and did not send it back.
 *
 * <p>Nothing is in between: a transfer between own sites is one event, so the goods are at their destination at once; what is
 * shipped is with the consignee from that moment; what a supplier has announced is no stock before it is received
 * ({@link org.lottrace.api.movement.ExpectedReceipts}).
 *
 * @param lot which lot
 * @param position where, with the logistic unit it is in; at a party the one it was shipped in
 * @param quantity in its base unit
 * @param documents with a party, those of the shipment; otherwise none
 */
public record Whereabouts(LotKey lot, Position position, Quantity quantity, List<DocumentReference> documents) {
    public Whereabouts {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(position);
        Objects.requireNonNull(quantity);
        documents = List.copyOf(documents);
    }
}
