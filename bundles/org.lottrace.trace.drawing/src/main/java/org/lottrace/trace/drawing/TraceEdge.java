package org.lottrace.trace.drawing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.quantity.Quantity;

/**
 * A connection between two nodes: lots that went into lots, were received from a supplier, or were shipped to a consignee. All
 * events between the two are one connection.
 *
 * @param from id of the node at its left end
 * @param to id of the node at its right end
 * @param quantities what went that way, once for each unit
 * @param returned what of it came back from a consignee, once for each unit
 * @param events how many records it sums up
 * @param share forward the part of the goods at the left end that went this way; backward, and for receipts, the part of the goods at
 *     the right end that came this way. Where a group is at that end it is the largest share of one of its members. Empty when it is not
 *     known
 * @param inferred true when none of it was recorded with its lot, but concluded by a rule
 * @param suspect true when there can be suspect goods in it
 */
public record TraceEdge(
        String from,
        String to,
        List<Quantity> quantities,
        List<Quantity> returned,
        int events,
        Optional<BigDecimal> share,
        boolean inferred,
        boolean suspect) {
    public TraceEdge {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        quantities = List.copyOf(quantities);
        returned = List.copyOf(returned);
        Objects.requireNonNull(share);
    }

    /** @return how thick it is drawn */
    public EdgeWidth width() {
        return EdgeWidth.of(share);
    }
}
