package org.lottrace.api.handover;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.id.PartyId;

/**
 * Whom the journal is handed over to, and how far that has come.
 *
 * @param name such as {@code ERP}
 * @param company of whose books it gets the journal; empty: of the common ones
 * @param sent the highest number of an entry that it was given and that is not to be sent again, 0 for none
 * @param acknowledged it has all entries up to this number, 0 for none
 * @param changedBy who asked last for what changed this
 * @param changed when, cut to microseconds
 */
public record JournalReceiver(
        String name, Optional<PartyId> company, long sent, long acknowledged, String changedBy, Instant changed) {
    public JournalReceiver {
        Objects.requireNonNull(name);
        Objects.requireNonNull(company);
        Objects.requireNonNull(changedBy);
        changed = changed.truncatedTo(ChronoUnit.MICROS);
    }

    /** One of the common books. */
    public JournalReceiver(String name, long sent, long acknowledged, String changedBy, Instant changed) {
        this(name, Optional.empty(), sent, acknowledged, changedBy, changed);
    }
}
