package org.lottrace.api.event;

import java.util.Optional;

/**
 * What came out of the same consumption of a production order: the production that took what was consumed, and each later output
 * that was told afterwards. A later output has no inputs of its own. It shares those of the first one anew, among all outputs
 * of the round, and of the events of a round that count only the edges of the newest one do.
 */
public final class Round {
    private Round() {}

    /** @return the production that took what was consumed; the event itself when it is no later output */
    public static EventId of(TraceEvent event) {
        return sharedAnew(event).orElse(event.id());
    }

    /** @return the production whose inputs a later output shares anew; empty when the event is none */
    public static Optional<EventId> sharedAnew(TraceEvent event) {
        return event.type() == EventType.PRODUCE
                ? KeyDatum.find(event.keyData(), KeyDataElement.SHARES_ANEW)
                        .map(KeyDataValue::text)
                        .map(EventId::new)
                : Optional.empty();
    }
}
