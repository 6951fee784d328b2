package org.lottrace.api.genealogy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.code.Coded;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.Position;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Where a quantity of a lot is, or was.
 *
 * @param lot which lot
 * @param state what it means that it is there
 * @param position where, with the logistic unit it is in: the storage location, the production order, the road to an own
 *     site; the party that has or gets it, with the unit it was shipped in; the supplier that announced it
 * @param quantity in its base unit
 * @param documents in transit: the transfer orders; with a party or on the road to it: those of the shipment; announced:
 *     the ship notice and the purchase order; otherwise none
 * @param due on the road to a consignee: the calendar date on which it is to arrive
 */
public record Whereabouts(
        LotKey lot,
        State state,
        Position position,
        Quantity quantity,
        List<DocumentReference> documents,
        Optional<LocalDate> due) {
    /** In whose hands goods are. */
    public enum State implements Coded {
        /** In a storage location of an own site. */
        IN_STOCK("IN_STOCK"),
        /** Consumed by a production order and not yet part of an output. */
        IN_PRODUCTION("IN_PRODUCTION"),
        /** The company's own stock on the road between two own sites. */
        IN_TRANSIT("IN_TRANSIT"),
        /** Shipped; the delivery date of the sales order has not passed at the site that shipped it. */
        ON_THE_ROAD("ON_THE_ROAD"),
        /** Shipped and due, or nobody knows when due; what came back is not there any more. */
        WITH_PARTY("WITH_PARTY"),
        /** Announced by a ship notice of a supplier and not received: not the company's stock yet. */
        ANNOUNCED("ANNOUNCED");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        /** @return true when it is between two places, so that somebody can still stop it on its way */
        public boolean isMoving() {
            return this == IN_TRANSIT || this == ON_THE_ROAD || this == ANNOUNCED;
        }
    }

    public Whereabouts {
        Objects.requireNonNull(lot);
        Objects.requireNonNull(state);
        Objects.requireNonNull(position);
        Objects.requireNonNull(quantity);
        documents = List.copyOf(documents);
        Objects.requireNonNull(due);
    }
}
