package org.lottrace.api.lease;

import java.time.Duration;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Gives out leases, one for each name over all nodes that share the database. The time is that of each node: clocks that
 * differ let a lease change hands too early or too late, but never let two holders save, because the token decides that.
 */
@ProviderType
public interface Leases {
    /** @return a new lease; empty while somebody has it, this node included */
    Optional<Lease> acquire(String name, Duration duration);

    /** Takes the lease away from whoever has it: for what a person asked for. */
    Lease seize(String name, Duration duration);

    /** @return the lease with more time, also when its time was over but nobody has taken it; empty when it is lost */
    Optional<Lease> renew(Lease lease, Duration duration);

    /** Gives it back before its time; does nothing when it is lost. */
    void release(Lease lease);

    /**
     * Proves, inside the unit of work that saves something, that the lease is not lost, and keeps it from being taken until
     * that unit of work ends. Call it last.
     *
     * @throws LeaseLostException if somebody else has it
     * @throws IllegalStateException outside a unit of work
     */
    void check(Lease lease);

    /** @return who has the lease now; empty when nobody has */
    Optional<Lease> holder(String name);
}
