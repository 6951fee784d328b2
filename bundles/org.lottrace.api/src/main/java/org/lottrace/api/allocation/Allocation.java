package org.lottrace.api.allocation;

import java.time.LocalDate;
import java.util.List;
import org.lottrace.api.event.EventLine;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/** Reserves lots for sales orders, first expired first out. */
@ProviderType
public interface Allocation {
    /**
     * Reserves what the order still needs, firmly, and makes firm what was soft; soft ones of orders that are delivered later give way
     * ({@link SoftReservations}). Joins the caller's unit of work or opens one. Idempotent: what is reserved
     * stays, only what is missing is looked for. Order of preference: earlier expiry, lots without expiry last; earlier
     * production; smaller quantity; then lot and position, so that the same stock always gives the same answer. Only
     * lots that are usable for the customer on the delivery date, or today at the site when that is over, at locations that
     * can be allocated. What is short then is replaced where a rule says so, in a line of the order of its own, or it is said what
     * could replace it ({@link #takeSubstitute}).
     *
     * @param salesOrder number of the order
     * @return the lines with their reservations, shortages and the reason for each choice; refused with
     *     {@code ORDER_UNKNOWN}
     */
    @Operation(
            name = "allocation.allocate",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = {"ORDER_UNKNOWN"})
    Outcome<List<LineAllocation>> allocate(String salesOrder);

    /**
     * As {@link #allocate(String)}, for an order of the past that is taken in later. What it reserves is judged again on the
     * day on which it leaves.
     *
     * @param day the day at the site on which it was allocated, in the place of today
     */
    @Operation(
            name = "allocation.allocate-on-day",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = {"ORDER_UNKNOWN"})
    Outcome<List<LineAllocation>> allocate(String salesOrder, LocalDate day);

    /**
     * Gives back what the order may not get any more, because a lot has expired, is held or recalled, is too old for the day on which it
     * would arrive by now, or stands where nothing is allocated; for what somebody took against the rules
     * ({@link AllocationDecisions#takeOther}) rules do not count. What is picked stays until it is unpicked. Then reserves as {@link #allocate(String)}. What may still go stays.
     * Idempotent.
     *
     * @return the lines as they are then; refused with {@code ORDER_UNKNOWN}
     */
    @Operation(
            name = "allocation.replan",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = {"ORDER_UNKNOWN"})
    Outcome<List<LineAllocation>> replan(String salesOrder);

    /** Refusal of an item that no rule lets take the place of what was ordered, or of a line of another order than a sales order. */
    String SUBSTITUTE_NOT_ALLOWED = "SUBSTITUTE_NOT_ALLOWED";

    /** Refusal to give back a substitute of which something is picked or has left. */
    String SUBSTITUTE_IN_USE = "SUBSTITUTE_IN_USE";

    /**
     * Takes a substitute for what the line is short by, as far as the rule allows it and it is free: the order gets a line for it
     * ({@link SalesOrder.InsteadOf}), the line gets smaller, and the goods are reserved. {@link #allocate(String)} does it by itself where
     * a rule says so ({@link RuleTerms#takesSubstitutes}), and so do waves and what is mended; soft reservations do not. Idempotent: a line
     * that is not short takes nothing.
     *
     * @param orderLine a line of a sales order; nothing takes the place of what a transfer order or a production order names
     * @param item what is to take its place
     * @return the lines as they are then; refused with {@code ORDER_UNKNOWN}, {@code ORDER_LINE_UNKNOWN}, {@code SUBSTITUTE_NOT_ALLOWED},
     *     {@code NOT_FREE} (not one step of it)
     */
    @Operation(
            name = "allocation.take-substitute",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = {"ORDER_UNKNOWN", "ORDER_LINE_UNKNOWN", SUBSTITUTE_NOT_ALLOWED, AllocationDecisions.NOT_FREE})
    Outcome<List<LineAllocation>> takeSubstitute(OrderLineReference orderLine, ItemNumber item);

    /**
     * Undoes a substitution: what is reserved for its line is given back, and the line in whose place it stood wants again what it wanted
     * before. Not idempotent: once it is given back there is no such line.
     *
     * @param orderLine the line of the substitute
     * @return the lines as they are then; refused with {@code ORDER_UNKNOWN}, {@code ORDER_LINE_UNKNOWN} (there is no such line, or it is
     *     no substitute), {@code SUBSTITUTE_IN_USE} (unpick it first, or reverse the shipment)
     */
    @Operation(
            name = "allocation.give-back-substitute",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE,
            refusals = {"ORDER_UNKNOWN", "ORDER_LINE_UNKNOWN", SUBSTITUTE_IN_USE})
    Outcome<List<LineAllocation>> giveBackSubstitute(OrderLineReference orderLine);

    /** @return as {@link #allocate}, but changes nothing and looks for nothing: what is reserved now */
    @Operation(
            name = "allocation.show",
            refusals = {"ORDER_UNKNOWN"})
    Outcome<List<LineAllocation>> show(String salesOrder);

    /**
     * Gives back everything that is reserved for the order. Idempotent. Joins the caller's unit of work or opens one.
     *
     * @return what was given back
     */
    @Operation(
            name = "allocation.cancel",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.SHIPPER},
            repeat = Repeat.SAME_STATE)
    List<Reservation> cancel(String salesOrder);

    /**
     * Reserves again what a shipment had used up that was reversed: the same lots where they are again, as far as their order
     * lines still want them and the lots are usable. Joins the caller's unit of work, in which the reversal was recorded and
     * the items are locked ({@link Reservations#lockItems}).
     *
     * @param shipped the lines of the shipment
     * @return what was reserved
     */
    List<Reservation> reserveAgain(List<EventLine> shipped);
}
