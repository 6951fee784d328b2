package org.lottrace.api.cost;

import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.LotKey;

/**
 * Cost of goods sold of a customer, an item, a shipment, an order line or a lot; the one that was asked for is there, unless it is not known.
 *
 * @param customer who bought it
 * @param item which item
 * @param shipment number of the shipment
 * @param orderLine line of the sales order
 * @param lot which lot
 * @param gross what left, at cost; what was reversed is not in it
 * @param returned what came back, at cost, as a negative amount
 * @param other what became known of the cost of sold goods later
 */
public record CogsFigure(
        Optional<PartyId> customer,
        Optional<ItemNumber> item,
        Optional<String> shipment,
        Optional<OrderLineReference> orderLine,
        Optional<LotKey> lot,
        Money gross,
        Money returned,
        Money other) {
    public CogsFigure {
        Objects.requireNonNull(customer);
        Objects.requireNonNull(item);
        Objects.requireNonNull(shipment);
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(gross);
        Objects.requireNonNull(returned);
        Objects.requireNonNull(other);
    }

    /** @return all of it: what is on the account */
    public Money net() {
        return gross.plus(returned).plus(other);
    }

    /** @return both together, of what this one is of */
    public CogsFigure plus(CogsFigure more) {
        return new CogsFigure(
                customer,
                item,
                shipment,
                orderLine,
                lot,
                gross.plus(more.gross),
                returned.plus(more.returned),
                other.plus(more.other));
    }
}
