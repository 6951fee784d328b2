package org.lottrace.api.cost.store;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What lies here on consignment of a lot for an order line.
 *
 * @param supplier of the purchase order; absent when none names one
 * @param lot which lot
 * @param orderLine the line of the purchase order for which it came
 * @param quantity in the base unit, not nothing
 * @param since the accounting date of the first receipt
 */
public record ConsignedStock(
        Optional<PartyId> supplier,
        LotKey lot,
        Optional<OrderLineReference> orderLine,
        Quantity quantity,
        LocalDate since) {
    public ConsignedStock {
        Objects.requireNonNull(supplier);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(since);
    }
}
