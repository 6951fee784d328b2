package org.lottrace.api.recall;

import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.genealogy.Whereabouts;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;
import org.lottrace.api.recall.RecallFact.CancelledReservation;

/**
 * What a case would affect and stop if it were opened now. Read without a lock: what is recorded until the opening counts
 * there as well.
 *
 * @param scope the first version of the scope, as it would be
 * @param recalledBefore those of its lots that another case has recalled already, by lot
 * @param goods where its lots are now; what moves is to be stopped on its way
 * @param reservations what would be taken away, those of picked goods included
 * @param shipNotices shipments whose ship notice waits to be sent and would be withheld
 * @param consignees who received affected goods, by number
 */
public record RecallPreview(
        ScopeVersion scope,
        List<LotKey> recalledBefore,
        List<Whereabouts> goods,
        List<CancelledReservation> reservations,
        List<DocumentReference> shipNotices,
        List<Reached> consignees) {
    public RecallPreview {
        Objects.requireNonNull(scope);
        recalledBefore = List.copyOf(recalledBefore);
        goods = List.copyOf(goods);
        reservations = List.copyOf(reservations);
        shipNotices = List.copyOf(shipNotices);
        consignees = List.copyOf(consignees);
    }

    /**
     * A customer who received affected goods.
     *
     * @param party who
     * @param name for people; empty when the party is unknown
     * @param email address for notices; empty when unknown
     * @param phone number for notices; empty when unknown
     * @param lines what they received, by shipment and lot
     */
    public record Reached(PartyId party, String name, String email, String phone, List<Received> lines) {
        public Reached {
            Objects.requireNonNull(party);
            Objects.requireNonNull(name);
            Objects.requireNonNull(email);
            Objects.requireNonNull(phone);
            lines = List.copyOf(lines);
        }

        /** @return true when there is an e-mail address or a phone number */
        public boolean hasContact() {
            return !email.isBlank() || !phone.isBlank();
        }
    }

    /**
     * Goods of one lot in one shipment, in the base unit.
     *
     * @param shipment the shipment the goods left with
     * @param lot which lot
     * @param shipped what left
     * @param returned what came back
     */
    public record Received(DocumentReference shipment, LotKey lot, Quantity shipped, Quantity returned) {
        public Received {
            Objects.requireNonNull(shipment);
            Objects.requireNonNull(lot);
            Objects.requireNonNull(shipped);
            Objects.requireNonNull(returned);
        }
    }
}
