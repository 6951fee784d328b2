package org.lottrace.api.cost;

import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * One side of a journal entry.
 *
 * @param account where it is posted
 * @param lot the lot it belongs to; absent for an account that is not kept by lot
 * @param quantity the quantity behind the amount, in the base unit, with the sign of the amount; absent without a lot
 * @param orderLine the line of the purchase or sales order it belongs to
 * @param amount debit when positive, credit when negative
 */
public record JournalLine(
        Account account,
        Optional<LotKey> lot,
        Optional<Quantity> quantity,
        Optional<OrderLineReference> orderLine,
        Money amount) {
    public JournalLine {
        Objects.requireNonNull(account);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(amount);
    }
}
