package org.lottrace.api.transaction;

import java.time.Duration;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears of every lock that a unit of work has taken in the database, or has not got in the end; a whiteboard service. */
@ConsumerType
public interface LockObserver {
    /**
     * Called by the thread that works, which waits: it comes back at once, and throws nothing.
     *
     * @param took how long the statement took that takes the lock, waiting for whoever holds it included
     */
    void locked(Duration took);
}
