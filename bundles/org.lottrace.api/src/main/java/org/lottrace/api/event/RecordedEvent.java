package org.lottrace.api.event;

import java.time.Instant;
import java.util.Objects;

/**
 * An event in the ledger.
 *
 * @param event what happened
 * @param position its place in the ledger: 1, 2, 3 … without gaps
 * @param recorded when it was recorded
 * @param hash SHA-256 in lower-case hexadecimal over the hash of the position before and the canonical form of this one
 */
public record RecordedEvent(TraceEvent event, long position, Instant recorded, String hash) {
    public RecordedEvent {
        Objects.requireNonNull(event);
        Objects.requireNonNull(recorded);
        Objects.requireNonNull(hash);
    }
}
