package org.lottrace.trace.drawing.internal.graph;

import java.math.BigDecimal;
import java.util.Optional;
import org.lottrace.api.quantity.Quantity;

/**
 * One record that connects two nodes, as it is read from the trace.
 *
 * @param quantity what went from left to right, or came back
 * @param back true for what came back from a consignee
 * @param shareOfLeft true when the share is one of the left end, otherwise of the right end
 */
record Link(
        String from,
        String to,
        Quantity quantity,
        boolean back,
        Optional<BigDecimal> share,
        boolean shareOfLeft,
        boolean inferred,
        boolean suspect) {}
