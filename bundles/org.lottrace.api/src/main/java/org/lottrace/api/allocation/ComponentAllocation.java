package org.lottrace.api.allocation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.StockBalance;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.order.ProductionOrder;
import org.lottrace.api.outcome.Outcome;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Reserves lots for the components of production orders, by the same rules, for the same time and as firmly as for sales orders
 * ({@link Allocation}). Lots have to be good on the day of production, or today when that is over; what was agreed with customers does
 * not count, rules do, and rules of the channel {@link RuleScope#PRODUCTION} are for production only. Components are reserved with their
 * scrap, less what has been consumed; nothing takes their place. A consumption for the order uses what is reserved for it. Another lot
 * is wanted by {@link AllocationDecisions#takeOther}, many orders are served by {@link AllocationWaves}, and what is lost is planned
 * anew as for sales orders ({@link LostReservations}). Each call joins the caller's unit of work or opens one.
 */
@ProviderType
public interface ComponentAllocation {
    /**
     * Reserves what the order still needs, firmly, and makes firm what was soft. Idempotent: what is reserved stays.
     *
     * @param productionOrder number of the order
     * @return the lines of its components, {@link LineAllocation#shipped} being what was consumed; refused with {@code ORDER_UNKNOWN},
     *     {@code ORDER_CLOSED}
     */
    @Operation(
            name = "component-allocation.allocate",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.PRODUCER},
            repeat = Repeat.SAME_STATE,
            refusals = {"ORDER_UNKNOWN", "ORDER_CLOSED"})
    Outcome<List<LineAllocation>> allocate(String productionOrder);

    /** As {@link #allocate}, but what is reserved now is soft, and nothing is taken from others ({@link SoftReservations}). */
    @Operation(
            name = "component-allocation.allocate-softly",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.PRODUCER},
            repeat = Repeat.SAME_STATE,
            refusals = {"ORDER_UNKNOWN", "ORDER_CLOSED"})
    Outcome<List<LineAllocation>> allocateSoftly(String productionOrder);

    /** Gives back what may not go in any more, then reserves as {@link #allocate}; see {@link Allocation#replan}. */
    @Operation(
            name = "component-allocation.replan",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.PRODUCER},
            repeat = Repeat.SAME_STATE,
            refusals = {"ORDER_UNKNOWN", "ORDER_CLOSED"})
    Outcome<List<LineAllocation>> replan(String productionOrder);

    /** @return what is reserved now; changes nothing and looks for nothing; refused with {@code ORDER_UNKNOWN} */
    @Operation(
            name = "component-allocation.show",
            refusals = {"ORDER_UNKNOWN"})
    Outcome<List<LineAllocation>> show(String productionOrder);

    /**
     * Gives back everything that is reserved for the order. Idempotent.
     *
     * @return what was given back
     */
    @Operation(
            name = "component-allocation.cancel",
            roles = {Role.ADMINISTRATOR, Role.OPERATOR, Role.PRODUCER},
            repeat = Repeat.SAME_STATE)
    List<Reservation> cancel(String productionOrder);

    /** @return what was decided for the components of the order, as {@link AllocationDecisions#ofOrder(String, Optional, int)} */
    @Operation(name = "component-allocation.list-decisions")
    List<AllocationDecision> decisions(String productionOrder, Optional<Long> before, int limit);

    /**
     * Keeps everybody away from the components of the orders as they are now, until the end of the caller's unit of work, before they are
     * saved or closed: the lock of {@link Reservations#lockItems}.
     */
    void lock(Collection<String> productionOrders);

    /**
     * Gives back what the order does not want any more after it was saved or closed. Needs {@link #lock}.
     *
     * @param before the order as it was
     */
    void follow(ProductionOrder before);

    /**
     * Uses up what is reserved for the order of goods that go into it, and gives back what it does not want any more then. Ask before the
     * consumption is recorded. Needs the lock of {@link Reservations#lockItems}.
     *
     * @param goods lot, position before, quantity in the base unit
     */
    void use(String productionOrder, Collection<StockBalance> goods);
}
