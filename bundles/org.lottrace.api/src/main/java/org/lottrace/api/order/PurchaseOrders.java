package org.lottrace.api.order;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** The purchase orders the ERP system has told about. */
@ProviderType
public interface PurchaseOrders {
    /**
     * Adds the orders, or replaces those already known. Idempotent; all or nothing; joins the caller's unit of work.
     *
     * @return every problem found: {@code SUPPLIER_UNKNOWN}, {@code SITE_UNKNOWN}, {@code ITEM_UNKNOWN},
     *     {@code UNIT_UNKNOWN} for the item, {@code MASTER_CLOSED} (what an order named before
     *     it may go on naming: {@link org.lottrace.api.master.Masters}), {@code LINE_REPEATED}, {@code QUANTITY_NOT_POSITIVE}, and what every
     *     {@link PurchaseOrderCheck} says, its field behind {@code orders[n].}; empty when all were stored
     */
    @Operation(
            name = "purchase-order.save",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {
                "SUPPLIER_UNKNOWN",
                "SITE_UNKNOWN",
                "MASTER_CLOSED",
                "ITEM_UNKNOWN",
                "UNIT_UNKNOWN",
                "LINE_REPEATED",
                "QUANTITY_NOT_POSITIVE",
                "CURRENCY_NOT_FUNCTIONAL"
            })
    List<Violation> save(List<PurchaseOrder> orders);

    /** @return the order, or empty when the number is unknown */
    @Operation(name = "purchase-order.find")
    Optional<PurchaseOrder> find(String number);

    /**
     * @param number of the last order of the page before; "" for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the orders, by number
     */
    @Operation(name = "purchase-order.list")
    List<PurchaseOrder> after(String number, int limit);
}
