package org.lottrace.api.health;

import org.osgi.annotation.versioning.ProviderType;

/** The connections to the database. */
@ProviderType
public interface DatabasePool {
    /** @return how they are used at this moment; asks nothing of the database */
    Use use();

    /**
     * @param active connections that somebody works with
     * @param idle connections that wait for work
     * @param waiting threads that wait for a connection
     * @param most connections that can be open at a time
     */
    record Use(int active, int idle, int waiting, int most) {}
}
