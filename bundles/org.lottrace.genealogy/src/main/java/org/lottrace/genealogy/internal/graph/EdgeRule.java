package org.lottrace.genealogy.internal.graph;

import java.time.Instant;
import java.util.Optional;

/**
 * Which edges and events count.
 *
 * @param events only events with a smaller number
 * @param happenedBy only events that happened by then, microseconds since 1970-01-01T00:00Z
 * @param knownOnly only edges that were not inferred
 */
public record EdgeRule(int events, long happenedBy, boolean knownOnly) {
    /** All that were not reversed. */
    public static final EdgeRule ALL = new EdgeRule(Integer.MAX_VALUE, Long.MAX_VALUE, false);

    /** @return the edges of events up to a ledger position that happened by some time */
    public static EdgeRule of(LotGraph graph, long position, Optional<Instant> happenedBy, boolean knownOnly) {
        int events = position >= graph.head().position() ? Integer.MAX_VALUE : graph.events.upTo(position);
        return new EdgeRule(events, happenedBy.map(EventTable::micros).orElse(Long.MAX_VALUE), knownOnly);
    }

    /** @return true when the event counts: it is known and was not reversed by one that is known, too */
    boolean counts(LotGraph graph, int event) {
        return event < events
                && graph.events.reversedBy(event) >= events
                && (happenedBy == Long.MAX_VALUE || graph.events.effectiveMicros(event) <= happenedBy);
    }

    /** @return true when the edge in a row of an output counts */
    boolean counts(LotGraph graph, int[][] columns, int row) {
        int event = EdgeRow.event(columns, row);
        return (!knownOnly || !EdgeRow.isInferred(columns, row))
                && counts(graph, event)
                && (!graph.events.hasLaterOutputs() || !isSharedAnew(graph, event));
    }

    /** The newest of a round that counts says how all its outputs share what was consumed. */
    private boolean isSharedAnew(LotGraph graph, int event) {
        return graph.events.laterOutputs(graph.events.round(event)).stream()
                .anyMatch(later -> later > event && counts(graph, later));
    }
}
