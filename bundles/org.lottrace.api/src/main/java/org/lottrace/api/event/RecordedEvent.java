package org.lottrace.api.event;

import java.time.Instant;
import java.util.Objects;

/**
 * An event in the ledger.
 *
 * @param event what happened
 * @param form number of the form in which it is hashed; every form that was ever written stays readable
 * @param cell the ledger it is in: a company or a group of plants has a ledger, a chain and positions of its own
 * @param position its place in the ledger of that cell: 1, 2, 3 … without gaps
 * @param recorded when it was recorded
 * @param hash SHA-256 in lower-case hexadecimal over the hash of the position before and the canonical form of this one
 */
public record RecordedEvent(TraceEvent event, int form, int cell, long position, Instant recorded, String hash) {
    /** The form in which events are recorded now. */
    public static final int NEWEST_FORM = 2;

    /** The cell of an installation that has one ledger. */
    public static final int ONLY_CELL = 1;

    public RecordedEvent {
        Objects.requireNonNull(event);
        Objects.requireNonNull(recorded);
        Objects.requireNonNull(hash);
    }

    /** An event of the newest form in the only cell. */
    public RecordedEvent(TraceEvent event, long position, Instant recorded, String hash) {
        this(event, NEWEST_FORM, ONLY_CELL, position, recorded, hash);
    }
}
