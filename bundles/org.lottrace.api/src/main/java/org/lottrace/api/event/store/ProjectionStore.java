package org.lottrace.api.event.store;

import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** How far each reader of the ledger has come. */
@ProviderType
public interface ProjectionStore {
    /**
     * Locks the position until the end of the unit of work, so that a projection is fed by one thread at a time.
     *
     * @param name of the projection, 1 to 50 characters; a new one begins at 0
     * @return position of the last event it has taken in
     */
    @Writes
    long lockPosition(String name);

    /** @return the committed position without a lock; 0 for a new one */
    long position(String name);

    /** Stores the position under the lock of {@link #lockPosition}. */
    @Writes
    void savePosition(String name, long position);
}
