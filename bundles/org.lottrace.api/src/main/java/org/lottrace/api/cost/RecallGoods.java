package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * The goods of a recall.
 *
 * @param suspects the lots it began with: their suppliers are charged
 * @param affected every affected lot, the suspects among them
 * @param sold what customers received of them
 * @param date calendar date at which shelf life is looked at for a product-wide recall
 */
public record RecallGoods(List<LotKey> suspects, List<LotKey> affected, List<Sold> sold, LocalDate date) {
    public RecallGoods {
        suspects = List.copyOf(suspects);
        affected = List.copyOf(affected);
        sold = List.copyOf(sold);
        Objects.requireNonNull(date);
    }

    /**
     * Goods of one lot in one shipment. Quantities in the base unit.
     *
     * @param shipment the shipment
     * @param customer who received it
     * @param lot which lot
     * @param credited what they get a credit for: came back, is to come back, or was destroyed at their place
     * @param toCome what is to come back
     */
    public record Sold(DocumentReference shipment, PartyId customer, LotKey lot, Quantity credited, Quantity toCome) {
        public Sold {
            Objects.requireNonNull(shipment);
            Objects.requireNonNull(customer);
            Objects.requireNonNull(lot);
            Objects.requireNonNull(credited);
            Objects.requireNonNull(toCome);
        }
    }
}
