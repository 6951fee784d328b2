package org.lottrace.soap.erp.internal;

import java.util.Optional;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.movement.Reversed;

/**
 * What was recorded for a movement.
 *
 * @param event the event
 * @param reversed what else a reversal did; empty for every other movement
 */
record Captured(RecordedEvent event, Optional<Reversed> reversed) {
    static Captured of(RecordedEvent event) {
        return new Captured(event, Optional.empty());
    }

    static Captured of(Reversed reversed) {
        return new Captured(reversed.event(), Optional.of(reversed));
    }
}
