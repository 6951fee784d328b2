package org.lottrace.api.order;

import java.util.List;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.quantity.UnitPrice;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A reason of somebody else not to take what goods cost; a whiteboard service. {@link PurchaseOrders} and whoever records
 * opening stock ask every check for every price before they store any. Cost, for one, refuses a currency that it cannot book.
 */
@ConsumerType
public interface PriceCheck {
    /**
     * Looks at the price alone and changes nothing.
     *
     * @return every problem, of the price as a whole; empty when it may be stored
     */
    List<Violation> check(UnitPrice price);

    /**
     * Looks at the price of goods that are at a site. Joins the caller's unit of work; changes nothing.
     *
     * @return every problem, of the price as a whole; empty when it may be stored
     */
    default List<Violation> check(UnitPrice price, SiteId site) {
        return check(price);
    }

    /**
     * Looks at the currency of a price of goods that are bought, where a foreign one may be fine. Joins the caller's unit of work. It may
     * read, so whoever has many prices asks once for each currency.
     *
     * @return every problem, of the price as a whole; empty when it may be stored
     */
    default List<Violation> checkBought(UnitPrice price) {
        return check(price);
    }
}
