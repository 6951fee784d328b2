package org.lottrace.api.genealogy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.Edge;
import org.lottrace.api.event.EventId;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.id.SiteId;

/**
 * An edge with the event that stored it, and what part it is of the lots at its ends. Shares are rounded half even to
 * 6 decimals; one is more than 1 when more was used than was ever recorded to be there.
 *
 * @param event the event
 * @param position its ledger position
 * @param at when it happened
 * @param site the own site where it happened
 * @param edge input, output, quantity and certainty
 * @param shareOfInput what part of all that was received, made or found of the input went this way; absent when nothing of
 *     that was recorded, or it was not asked for
 * @param shareOfOutput what part of all that went into the output and is measured in the same unit came this way; absent
 *     when it was not asked for
 */
public record TracedEdge(
        EventId event,
        long position,
        Instant at,
        SiteId site,
        Edge edge,
        Optional<BigDecimal> shareOfInput,
        Optional<BigDecimal> shareOfOutput) {
    public TracedEdge {
        Objects.requireNonNull(event);
        Objects.requireNonNull(at);
        Objects.requireNonNull(site);
        Objects.requireNonNull(edge);
        Objects.requireNonNull(shareOfInput);
        Objects.requireNonNull(shareOfOutput);
    }

    /** @return an edge of an event, without shares */
    public static TracedEdge of(RecordedEvent recorded, Edge edge) {
        return new TracedEdge(
                recorded.event().id(),
                recorded.position(),
                recorded.event().context().effective(),
                recorded.event().context().site(),
                edge,
                Optional.empty(),
                Optional.empty());
    }
}
