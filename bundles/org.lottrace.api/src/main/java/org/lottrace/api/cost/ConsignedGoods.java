package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Goods of a supplier that lie here and are not used.
 *
 * @param supplier to whom they belong; absent when nobody said so
 * @param lot which lot
 * @param orderLine the line of the purchase order for which they came
 * @param quantity in the base unit; negative when more was used than the records that count now say came
 * @param value what will be owed when they are used, at the agreed price, in the currency of the books; the books do not have it
 * @param since the accounting date of the first receipt of them
 */
public record ConsignedGoods(
        Optional<PartyId> supplier,
        LotKey lot,
        Optional<OrderLineReference> orderLine,
        Quantity quantity,
        Money value,
        LocalDate since) {
    public ConsignedGoods {
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(value);
        Objects.requireNonNull(since);
    }
}
