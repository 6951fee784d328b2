package org.lottrace.api.overview;

import java.time.LocalDate;
import java.util.Objects;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;

/**
 * A sales order with a line that is not shipped in full.
 *
 * @param number of the order
 * @param customer who ordered
 * @param customerName their name
 * @param shipFrom the own site
 * @param deliveryDate when it was to be there
 * @param lines how many it has
 * @param isLate whether that day is over at the site
 */
public record OpenOrder(
        String number,
        PartyId customer,
        String customerName,
        SiteId shipFrom,
        LocalDate deliveryDate,
        int lines,
        boolean isLate) {
    public OpenOrder {
        Objects.requireNonNull(number);
        Objects.requireNonNull(customer);
        Objects.requireNonNull(customerName);
        Objects.requireNonNull(shipFrom);
        Objects.requireNonNull(deliveryDate);
    }

    /** @return what names it in the list of open orders */
    public Key key() {
        return new Key(deliveryDate, number);
    }

    /** What open orders are listed by. */
    public record Key(LocalDate deliveryDate, String number) {
        public Key {
            Objects.requireNonNull(deliveryDate);
            Objects.requireNonNull(number);
        }
    }
}
