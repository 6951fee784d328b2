package org.lottrace.api.order;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** The sales orders the ERP system has told about. */
@ProviderType
public interface SalesOrders {
    /** Refusal of a channel that rules of allocation know as that of production or transfer orders. */
    String CHANNEL_RESERVED = "CHANNEL_RESERVED";

    /**
     * Adds the orders, or replaces those already known. Idempotent; all or nothing; joins the caller's unit of work. A
     * replaced order gives back what is reserved for lines that are gone, that want another item, another unit or less
     * than before, and everything when its customer, channel, site or delivery date changed; allocate it again.
     * What was substituted stays substituted while the line in whose place it is delivered wants as much, and when it has left.
     *
     * @return every problem found: {@code CUSTOMER_UNKNOWN}, {@code SITE_UNKNOWN}, {@code CHANNEL_RESERVED}, {@code ITEM_UNKNOWN},
     *     {@code UNIT_UNKNOWN} for the item, of a quantity or a price, {@code MASTER_CLOSED} (what an order named before
     *     it may go on naming: {@link org.lottrace.api.master.Masters}), {@code LINE_REPEATED}, {@code ORDER_LINE_UNKNOWN}
     *     (a substitute for a line that is not there, or is one itself), {@code QUANTITY_NOT_POSITIVE},
     *     {@code QUANTITY_NOT_EXACT} (too many decimals in the base unit), its field {@code orders[n].lines[m].…} counted
     *     from 1; empty when all were stored
     */
    @Operation(
            name = "sales-order.save",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {
                "CUSTOMER_UNKNOWN",
                "SITE_UNKNOWN",
                CHANNEL_RESERVED,
                "MASTER_CLOSED",
                "ITEM_UNKNOWN",
                "UNIT_UNKNOWN",
                "LINE_REPEATED",
                "ORDER_LINE_UNKNOWN",
                "QUANTITY_NOT_POSITIVE",
                "QUANTITY_NOT_EXACT"
            })
    List<Violation> save(List<SalesOrder> orders);

    /** @return the order, or empty when the number is unknown */
    @Operation(name = "sales-order.find")
    Optional<SalesOrder> find(String number);

    /**
     * @param number of the last order of the page before; "" for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the orders, by number
     */
    @Operation(name = "sales-order.list")
    List<SalesOrder> after(String number, int limit);
}
