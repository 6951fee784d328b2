package org.lottrace.edi.x12.internal.exchange;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.UnitOfWork;

/**
 * Lets one change of the mappings at a time through, of this node or another one: files have no transactions. A node that dies in the middle keeps
 * the others out for half a minute.
 */
final class MappingTurn {
    static final String LEASE = "edi/mappings";

    private static final Duration LASTS = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final UnitOfWork unitOfWork;
    private final Leases leases;

    MappingTurn(UnitOfWork unitOfWork, Leases leases) {
        this.unitOfWork = unitOfWork;
        this.leases = leases;
    }

    void run(Runnable change) {
        get(() -> {
            change.run();
            return true;
        });
    }

    /**
     * The lease stays locked until the change is over, so a slow one does not lose it.
     *
     * @throws StaleWriteException if others change mappings all the time
     */
    synchronized <T> T get(Supplier<T> change) {
        Lease mine = mine();
        try {
            return unitOfWork.required(() -> {
                leases.check(mine);
                return change.get();
            });
        } finally {
            leases.release(mine);
        }
    }

    private Lease mine() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<Lease> lease = leases.acquire(LEASE, LASTS);
        while (lease.isEmpty()) {
            if (System.nanoTime() > end) {
                throw busy();
            }
            pause();
            lease = leases.acquire(LEASE, LASTS);
        }
        return lease.get();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static StaleWriteException busy() {
        return new StaleWriteException(
                "another change of mappings is not over; try again in a minute",
                new TimeoutException("waited " + PATIENCE.toSeconds() + " seconds for " + LEASE));
    }
}
