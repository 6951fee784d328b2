package org.lottrace.api.order;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/** What own sites are to send to each other, as the ERP system has told. Each call joins the caller's unit of work or opens one. */
@ProviderType
public interface TransferOrders {
    /** Refusal of an order between a site and itself. */
    String SAME_SITE = "SAME_SITE";

    /**
     * Adds the orders, or replaces those already known. Idempotent; all or nothing. A replaced order gives back what is reserved for lines
     * that are gone, that want another item or less than before, and everything when one of its sites or its day changed.
     *
     * @return every problem found: {@code SITE_UNKNOWN}, {@code SAME_SITE}, {@code ITEM_UNKNOWN}, {@code UNIT_UNKNOWN}, {@code MASTER_CLOSED}
     *     (what an order named before it may go on naming: {@link org.lottrace.api.master.Masters}), {@code LINE_REPEATED}, {@code LINES_MISSING},
     *     {@code QUANTITY_NOT_POSITIVE}, {@code QUANTITY_NOT_EXACT} (too many decimals in the base unit), its field
     *     {@code orders[n].lines[m].…} counted from 1; empty when all were stored
     */
    @Operation(
            name = "transfer-order.save",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.MASTER_DATA},
            repeat = Repeat.SAME_STATE,
            refusals = {
                "SITE_UNKNOWN",
                SAME_SITE,
                "MASTER_CLOSED",
                "ITEM_UNKNOWN",
                "UNIT_UNKNOWN",
                "LINES_MISSING",
                "LINE_REPEATED",
                "QUANTITY_NOT_POSITIVE",
                "QUANTITY_NOT_EXACT"
            })
    List<Violation> save(List<TransferOrder> orders);

    /** @return the order, or empty when the number is unknown */
    @Operation(name = "transfer-order.find")
    Optional<TransferOrder> find(String number);

    /**
     * @param number of the last order of the page before; "" for the first page
     * @param limit how many at most; as many come while there may be more
     * @return a page of the orders, by number
     */
    @Operation(name = "transfer-order.list")
    List<TransferOrder> after(String number, int limit);
}
