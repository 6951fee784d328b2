package org.lottrace.api.lease.store;

import java.util.Optional;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** The newest lease of each name, over or not. */
@ProviderType
public interface LeaseStore {
    /** @return the newest lease as it is committed, without a lock */
    Optional<Lease> find(String name);

    /**
     * Locks the newest lease until the end of the unit of work.
     *
     * @return the newest lease; for a name that never had one: token 0, over since 1970
     */
    @Writes
    Lease lock(String name);

    /** Stores a lease under the lock of {@link #lock}. */
    @Writes
    void save(Lease lease);
}
