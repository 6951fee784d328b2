package org.lottrace.api.health;

import org.lottrace.api.transaction.StoreUnavailableException;
import org.osgi.annotation.versioning.ProviderType;

/** The connections to the database. */
@ProviderType
public interface DatabasePool {
    /** @return how they are used at this moment; asks nothing of the database */
    Use use();

    /**
     * Asks the database, on a connection beside the pool, so that it is also told when all others are waiting.
     *
     * @return connections of all nodes that wait at this moment for a lock that another one holds
     * @throws StoreUnavailableException if the database does not answer
     */
    int waitingForLocks();

    /**
     * @param active connections that somebody works with
     * @param idle connections that wait for work
     * @param waiting threads that wait for a connection
     * @param most connections that can be open at a time
     */
    record Use(int active, int idle, int waiting, int most) {}
}
