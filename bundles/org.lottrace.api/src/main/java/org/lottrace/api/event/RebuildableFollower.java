package org.lottrace.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/** A follower that can begin again before the first event, because all it keeps comes from the ledger. */
@ConsumerType
public interface RebuildableFollower extends LedgerFollower {
    /** Deletes everything it made of the ledger. Called inside the unit of work that sets its position back to 0; an
     * {@link InMemoryFollower} sets its own back itself. */
    void reset();
}
