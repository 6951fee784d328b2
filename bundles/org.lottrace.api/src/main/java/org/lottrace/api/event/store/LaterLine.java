package org.lottrace.api.event.store;

import java.time.Instant;
import java.util.Objects;
import org.lottrace.api.event.EventLine;

/**
 * A line of an event that happened after a moment that was asked about.
 *
 * @param happened when the event happened
 * @param line the line, without its key data
 */
public record LaterLine(Instant happened, EventLine line) {
    public LaterLine {
        Objects.requireNonNull(happened);
        Objects.requireNonNull(line);
    }
}
