package org.lottrace.api.order;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The production orders the ERP system has told about. An order need not be told: one that only comes with its first consumption
 * is captured without being compared with anything.
 */
@ProviderType
public interface ProductionOrders {
    /**
     * Adds the orders, or replaces those already known. Idempotent; all or nothing; joins the caller's unit of work.
     *
     * @return every problem found: {@code SITE_UNKNOWN}, {@code ITEM_UNKNOWN}, {@code UNIT_UNKNOWN} for the item, {@code MASTER_CLOSED} (what an order named before
     *     it may go on naming: {@link org.lottrace.api.master.Masters}),
     *     {@code LINE_REPEATED}, {@code QUANTITY_NOT_POSITIVE}, {@code QUANTITY_NOT_EXACT}, {@code MAIN_PRODUCT_MISSING} (not
     *     exactly one line is of that role), {@code COST_SHARE_WRONG} (the shares of the joint products are not all given, not
     *     more than 0, or not 100 together; or another line has one), {@code SCRAP_WRONG} (less than 0),
     *     {@code ORDER_CLOSED} (it is closed, and was otherwise), and what every {@link PriceCheck} says of what a by-product is
     *     worth; its field {@code orders[n].…} counted from 1; empty when all were
     *     stored
     */
    @Operation(
            name = "production-order.save",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {
                "SITE_UNKNOWN",
                "MASTER_CLOSED",
                "ITEM_UNKNOWN",
                "UNIT_UNKNOWN",
                "LINE_REPEATED",
                "QUANTITY_NOT_POSITIVE",
                "QUANTITY_NOT_EXACT",
                "MAIN_PRODUCT_MISSING",
                "COST_SHARE_WRONG",
                "SCRAP_WRONG",
                "ORDER_CLOSED",
                "CURRENCY_NOT_FUNCTIONAL"
            })
    List<Violation> save(List<ProductionOrder> orders);

    /** @return the order as it was planned, or empty when the number is unknown */
    @Operation(name = "production-order.find")
    Optional<ProductionOrder> find(String number);

    /** @return the order with what has become of it, or empty when the number is unknown */
    @Operation(name = "production-order.progress")
    Optional<ProductionProgress> progress(String number);

    /**
     * @param number of the last order of the page before; "" for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the orders with what has become of them, by number
     */
    @Operation(name = "production-order.list")
    List<ProductionProgress> after(String number, int limit);

    /**
     * Says that the order is done: a request for it is refused from then on, and a report is an exception. What is still in process
     * stays there, and is the variance that the answer says by item. Idempotent: closing it again changes nothing.
     *
     * @return the order as it is now; {@code Refused} with {@code ORDER_UNKNOWN}
     */
    @Operation(
            name = "production-order.close",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.PRODUCER, Role.CONTROLLER},
            repeat = Repeat.SAME_STATE,
            refusals = {"ORDER_UNKNOWN"})
    Outcome<ProductionProgress> close(String number);
}
