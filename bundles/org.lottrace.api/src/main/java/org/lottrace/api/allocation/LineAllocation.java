package org.lottrace.api.allocation;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.OrderLineReference;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.order.SalesOrder;
import org.lottrace.api.quantity.Quantity;

/**
 * What an order line got, and why.
 *
 * @param orderLine the line
 * @param item what was ordered
 * @param ordered in the base unit
 * @param shipped already shipped, in the base unit; what came back is not taken off, a return reopens no order
 * @param reservations what is kept for it, in the order in which it is to be picked
 * @param candidates every position looked at in this allocation, with the reason for each; empty when nothing had to be
 *     looked for
 * @param insteadOf the line in whose place it stands, when it is one for a substitute ({@link SalesOrder.InsteadOf})
 * @param substitutes what could be taken in its place now by the rule, each with all that it could give and what that would replace; empty when the line is not short, or nothing was looked for
 */
public record LineAllocation(
        OrderLineReference orderLine,
        ItemNumber item,
        Quantity ordered,
        Quantity shipped,
        List<Reservation> reservations,
        List<Candidate> candidates,
        Optional<Integer> insteadOf,
        List<Substitute> substitutes) {
    /** A line for which nothing is substituted. */
    public LineAllocation(
            OrderLineReference orderLine,
            ItemNumber item,
            Quantity ordered,
            Quantity shipped,
            List<Reservation> reservations,
            List<Candidate> candidates) {
        this(orderLine, item, ordered, shipped, reservations, candidates, Optional.empty(), List.of());
    }

    public LineAllocation {
        Objects.requireNonNull(orderLine);
        Objects.requireNonNull(item);
        Objects.requireNonNull(ordered);
        Objects.requireNonNull(shipped);
        reservations = List.copyOf(reservations);
        candidates = List.copyOf(candidates);
        Objects.requireNonNull(insteadOf);
        substitutes = List.copyOf(substitutes);
    }

    /** @return what is reserved in all, in the base unit */
    public Quantity reserved() {
        return reservations.stream().map(Reservation::quantity).reduce(Quantity.zero(ordered.unit()), Quantity::plus);
    }

    /** @return what is neither shipped nor reserved, in the base unit; zero when the line is served or over-served */
    public Quantity shortBy() {
        Quantity missing = ordered.minus(shipped).minus(reserved());
        return missing.isNegative() ? Quantity.zero(ordered.unit()) : missing;
    }
}
