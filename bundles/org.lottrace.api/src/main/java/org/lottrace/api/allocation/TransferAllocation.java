package org.lottrace.api.allocation;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reservation of lots for transfer orders, by the same rules as for sales orders. Goods are judged for the day on which they arrive, without a
 * customer; rules of the channel {@link RuleScope#TRANSFER} are for transfers only. What is lost is planned anew by {@link LostReservations}, another lot
 * is wanted by {@link AllocationDecisions#takeOther}, many orders are served by {@link AllocationWaves}. A dispatch that names the order takes what is
 * reserved for it ({@link org.lottrace.api.movement.MovementCapture#dispatch}). No substitute takes the place of what is short: the other site counts on that
 * item, so whoever agrees on another one sends the order again. Each call joins the caller's unit of work or opens one.
 */
@ProviderType
public interface TransferAllocation {
    /**
     * Reserves what the order still needs, first expired first out. Idempotent: what is reserved stays.
     *
     * @return the lines, each with what it got and why; refused with {@code ORDER_UNKNOWN}
     */
    @Operation(
            name = "transfer-allocation.allocate",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = "ORDER_UNKNOWN")
    Outcome<List<LineAllocation>> allocate(String transferOrder);

    /** As {@link #allocate}, softly: see {@link SoftReservations}. */
    @Operation(
            name = "transfer-allocation.allocate-softly",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = "ORDER_UNKNOWN")
    Outcome<List<LineAllocation>> allocateSoftly(String transferOrder);

    /**
     * Gives back what may not go any more, and reserves in its place what there is. What is picked stays.
     *
     * @return the lines as they are then; refused with {@code ORDER_UNKNOWN}
     */
    @Operation(
            name = "transfer-allocation.replan",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = "ORDER_UNKNOWN")
    Outcome<List<LineAllocation>> replan(String transferOrder);

    /** @return the lines with what is reserved, what was dispatched and what is short; refused with {@code ORDER_UNKNOWN} */
    @Operation(name = "transfer-allocation.show", refusals = "ORDER_UNKNOWN")
    Outcome<List<LineAllocation>> show(String transferOrder);

    /**
     * Gives back everything that is reserved for the order. Idempotent.
     *
     * @return what was given back
     */
    @Operation(
            name = "transfer-allocation.cancel",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE)
    List<Reservation> cancel(String transferOrder);

    /** @return what was decided for the order, as {@link AllocationDecisions#ofOrder(String, Optional, int)} */
    @Operation(name = "transfer-allocation.list-decisions")
    List<AllocationDecision> decisions(String transferOrder, Optional<Long> before, int limit);
}
