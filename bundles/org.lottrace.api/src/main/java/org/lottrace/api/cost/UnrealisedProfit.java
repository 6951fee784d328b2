package org.lottrace.api.cost;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.event.DocumentReference;
import org.lottrace.api.event.EventId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Profit of the group's own companies in goods that still lie with one of them. Source: IFRS 10.B86 (c).
 *
 * @param company in whose books the goods are; empty for the common books
 * @param lot which lot
 * @param left what is left of it, on stock and in process, at its value in the books, in their currency
 * @param profit what of that is profit of other companies of the group, in the currency of the common books; negative for a loss
 * @param transfers from which it came, or what it was made of, reversed ones left out
 */
public record UnrealisedProfit(
        Optional<PartyId> company, LotKey lot, CostedQuantity left, Money profit, List<Transfer> transfers) {
    public UnrealisedProfit {
        Objects.requireNonNull(company);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(left);
        Objects.requireNonNull(profit);
        transfers = List.copyOf(transfers);
    }

    /**
     * Goods of the lot that came from another company.
     *
     * @param event the movement
     * @param document its main document
     * @param seller in whose books they were; empty for the common books
     * @param quantity how much, in the base unit
     * @param sale what the seller sold them for, in the currency of its books
     * @param cost what they had cost there, in the same currency
     */
    public record Transfer(
            EventId event,
            DocumentReference document,
            Optional<PartyId> seller,
            Quantity quantity,
            Money sale,
            Money cost) {
        public Transfer {
            Objects.requireNonNull(event);
            Objects.requireNonNull(document);
            Objects.requireNonNull(seller);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(sale);
            Objects.requireNonNull(cost);
        }
    }
}
