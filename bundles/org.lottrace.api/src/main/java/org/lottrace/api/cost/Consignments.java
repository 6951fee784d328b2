package org.lottrace.api.cost;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Role;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Goods of suppliers on our stock: traced, held, allocated and recalled as all others, without a value, and owed only when they are used
 * (IFRS 15.B77). A line of a purchase order says so, or a line of a receipt by the key datum {@code consignedBy}. When more of a lot is
 * consumed, shipped, counted down, sampled or disposed of than is ours, the rest becomes ours in that same event, at the
 * agreed price: INVENTORY to GOODS_RECEIVED_NOT_INVOICED; what came first is used first. What goes back to the supplier unused
 * books no amount. {@link CostEntries#takeOver} makes them ours in an event of its own.
 *
 * <p>The lists first book what is committed, as {@link LotCosting} does, and throw what that throws.
 */
@InBooks
@ProviderType
public interface Consignments {
    /**
     * @param supplier only what came for orders with this one; empty for all
     * @param skip how many were shown before
     * @param limit how many at most; as many come while there may be more
     * @return a page of what lies here, by supplier, item, lot and order line
     */
    @Operation(
            name = "consignment.list",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<ConsignedGoods> here(Optional<PartyId> supplier, int skip, int limit);

    /**
     * @param from first accounting date that counts
     * @param to last one
     * @param supplier only what came for orders with this one; empty for all
     * @param skip how many were shown before
     * @param limit how many at most; as many come while there may be more
     * @return a page of what became ours in these days and is owed, in the order of the journal; what of it was reversed is negative
     */
    @Operation(
            name = "consignment.list-used",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.ACCOUNTANT, Role.CONTROLLER, Role.AUDITOR})
    List<ConsignmentUse> used(LocalDate from, LocalDate to, Optional<PartyId> supplier, int skip, int limit);
}
