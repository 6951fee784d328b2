package org.lottrace.api.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A stretch of the ledger, read from its end.
 *
 * @param events those that were wanted, the newest first
 * @param before where the next stretch ends; absent when the ledger was read to its beginning
 */
public record NewestEvents(List<RecordedEvent> events, Optional<Long> before) {
    public NewestEvents {
        events = List.copyOf(events);
        Objects.requireNonNull(before);
    }
}
