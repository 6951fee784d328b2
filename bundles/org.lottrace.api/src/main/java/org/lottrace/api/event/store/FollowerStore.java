package org.lottrace.api.event.store;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Where each follower stands and what it has set aside. Only the ledger bundle writes here, under the follower's lease. */
@ProviderType
public interface FollowerStore {
    /** @return the committed position; that before the first event for a new one */
    FollowerPosition position(String name);

    /** @return every position, by name */
    List<FollowerPosition> positions();

    /** Inserts or replaces the position. */
    @Writes
    void save(FollowerPosition position);

    /** @return every event that is or was set aside and never taken in, by position */
    List<SetAsideEvent> allSetAside(String name);

    /** Locks one until the end of the unit of work; empty when the follower has not set that event aside. */
    @Writes
    Optional<SetAsideEvent> lockSetAside(String name, long position);

    /** Inserts or replaces one. */
    @Writes
    void saveSetAside(String name, SetAsideEvent event);

    /** Deletes one: the event was taken in. */
    @Writes
    void deleteSetAside(String name, long position);
}
