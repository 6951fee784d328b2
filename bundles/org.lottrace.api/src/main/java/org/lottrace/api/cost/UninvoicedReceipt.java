package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What of an order line is on the account of goods received and not invoiced.
 *
 * @param supplier of the purchase order; absent when there is none of that number any more
 * @param orderLine the line; absent when the receipt was for none
 * @param amount what is owed for it; negative for what was invoiced ahead, or went back and was not credited
 * @param since accounting date of the first receipt of a lot that is not invoiced, or else of the first entry
 * @param age days from then to the day that was asked for
 * @param lots what of which lot; none for what was invoiced ahead of its goods
 */
public record UninvoicedReceipt(
        Optional<PartyId> supplier,
        Optional<OrderLineReference> orderLine,
        Money amount,
        LocalDate since,
        long age,
        List<Part> lots) {
    public UninvoicedReceipt {
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(amount);
        Objects.requireNonNull(since);
        lots = List.copyOf(lots);
    }

    /**
     * What of a lot is not invoiced.
     *
     * @param lot which lot
     * @param quantity how much, in the base unit; negative for what went back and was not credited
     * @param amount what it was received at
     */
    public record Part(LotKey lot, Quantity quantity, Money amount) {
        public Part {
            Objects.requireNonNull(lot);
            Objects.requireNonNull(quantity);
            Objects.requireNonNull(amount);
        }
    }
}
