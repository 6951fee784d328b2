package org.lottrace.api.planning;

import java.time.LocalDate;
import java.util.Objects;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.Quantity;

/**
 * A line of a sales order and what of it was shipped in time.
 *
 * @param orderLine which line
 * @param customer who ordered it
 * @param site from where it is shipped
 * @param item what was ordered
 * @param delivery the day by which it was to be there
 * @param ordered how much, in the base unit
 * @param shipped how much left until the end of that day at the site, in the base unit; what was reversed does not count
 */
public record OrderedLine(
        OrderLineReference orderLine,
        PartyId customer,
        SiteId site,
        ItemNumber item,
        LocalDate delivery,
        Quantity ordered,
        Quantity shipped) {
    public OrderedLine {
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(customer);
        Objects.requireNonNull(site);
        Objects.requireNonNull(item);
        Objects.requireNonNull(delivery);
        Objects.requireNonNull(ordered);
        Objects.requireNonNull(shipped);
    }

    /** @return what of the order was filled: more than was ordered fills nothing else */
    public Quantity filled() {
        return shipped.min(ordered);
    }

    /** @return true when all of it left in time */
    public boolean isFull() {
        return shipped.compareTo(ordered) >= 0;
    }
}
