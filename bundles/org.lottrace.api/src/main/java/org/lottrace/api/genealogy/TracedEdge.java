package org.lottrace.api.genealogy;

import java.util.Objects;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;

/**
 * An edge with the event that stored it.
 *
 * @param event the event
 * @param position its ledger position
 * @param edge input, output, quantity and certainty
 */
public record TracedEdge(EventId event, long position, Edge edge) {
    public TracedEdge {
        Objects.requireNonNull(event);
        Objects.requireNonNull(edge);
    }
}
