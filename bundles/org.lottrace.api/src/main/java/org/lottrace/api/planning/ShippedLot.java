package org.lottrace.api.planning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * What was shipped of a lot for one order line at one time.
 *
 * @param position of the event in the ledger
 * @param shipment number of the shipment; empty when the event names none
 * @param orderLine for which line of a sales order
 * @param customer who ordered it
 * @param site from where
 * @param lot which lot
 * @param delivery the day on which it is judged: that of the order, or that of the shipment when that is later
 * @param expiry of the lot, as it is known now
 * @param daysLeft calendar days from the delivery to the expiry; less than 0 when it came after it; absent without expiry
 * @param percentLeft these days in percent of the whole life, one digit behind the point; absent when that is not known. The whole life is from
 *     the production date to the expiry, or as the item has it
 * @param quantity how much, in the base unit
 */
public record ShippedLot(
        long position,
        String shipment,
        Optional<OrderLineReference> orderLine,
        Optional<PartyId> customer,
        SiteId site,
        LotKey lot,
        LocalDate delivery,
        Optional<LocalDate> expiry,
        Optional<Integer> daysLeft,
        Optional<BigDecimal> percentLeft,
        Quantity quantity) {
    public ShippedLot {
        Objects.requireNonNull(shipment);
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(customer);
        Objects.requireNonNull(site);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(delivery);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(daysLeft);
        Objects.requireNonNull(percentLeft);
        Objects.requireNonNull(quantity);
    }
}
