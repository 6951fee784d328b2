package org.lottrace.api.event;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which events count. What was reversed counts as never happened from the position of its reversal on, and a reversal is
 * nothing but that: so both are left out together. The one rule for everything that reads the history of lots.
 */
public final class InForce {
    private InForce() {}

    /**
     * @param events in any order; as every reversal names the lots and documents of what it reverses, all events of some
     *     lots or of a document up to some position are enough
     * @return without those that one of the others reverses, and without the reversals
     */
    public static List<RecordedEvent> of(List<RecordedEvent> events) {
        Set<EventId> reversed = new HashSet<>();
        events.forEach(recorded -> reversedBy(recorded.event()).ifPresent(reversed::add));
        return events.stream()
                .filter(recorded -> reversedBy(recorded.event()).isEmpty()
                        && !reversed.contains(recorded.event().id()))
                .toList();
    }

    /** @return the event that it reverses; empty when it is no reversal */
    public static Optional<EventId> reversedBy(TraceEvent event) {
        return event.type() == EventType.REVERSE ? event.corrects() : Optional.empty();
    }
}
