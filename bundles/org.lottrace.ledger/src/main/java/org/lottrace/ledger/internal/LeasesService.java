package org.lottrace.ledger.internal;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.LeaseLostException;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.lease.store.LeaseStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Leases by the clock of the node. The time of the database would make them end at the same moment for all, at the price of a
 * question to the database for each look; who may save is decided by the token anyway, so a wrong clock costs only time.
 */
@Component
public final class LeasesService implements Leases {
    private final UnitOfWork unitOfWork;
    private final LeaseStore leases;
    private final String node;
    private final Clock clock;

    @Activate
    public LeasesService(@Reference UnitOfWork unitOfWork, @Reference LeaseStore leases, @Reference Clock clock) {
        this(unitOfWork, leases, ManagementFactory.getRuntimeMXBean().getName(), clock);
    }

    /**
     * For tests.
     *
     * @param node what people call this node, at most 200 characters
     */
    public LeasesService(UnitOfWork unitOfWork, LeaseStore leases, String node, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.leases = leases;
        this.node = node;
        this.clock = clock;
    }

    @Override
    public Optional<Lease> acquire(String name, Duration duration) {
        return unitOfWork.required(() -> {
            if (leases.find(name).filter(this::isHeld).isPresent()) {
                return Optional.empty();
            }
            Lease newest = leases.lock(name);
            return isHeld(newest) ? Optional.empty() : Optional.of(next(newest, duration));
        });
    }

    @Override
    public Lease seize(String name, Duration duration) {
        return unitOfWork.required(() -> next(leases.lock(name), duration));
    }

    @Override
    public Optional<Lease> renew(Lease lease, Duration duration) {
        return unitOfWork.required(() -> {
            if (leases.lock(lease.name()).token() != lease.token()) {
                return Optional.empty();
            }
            return Optional.of(saved(lease, lease.token(), duration));
        });
    }

    @Override
    public void release(Lease lease) {
        renew(lease, Duration.ZERO);
    }

    @Override
    public void check(Lease lease) {
        Lease newest = leases.lock(lease.name());
        if (newest.token() != lease.token()) {
            throw new LeaseLostException(lease, newest);
        }
    }

    @Override
    public Optional<Lease> holder(String name) {
        return leases.find(name).filter(this::isHeld);
    }

    private boolean isHeld(Lease lease) {
        return lease.until().isAfter(clock.instant());
    }

    private Lease next(Lease newest, Duration duration) {
        return saved(newest, newest.token() + 1, duration);
    }

    private Lease saved(Lease lease, long token, Duration duration) {
        Lease mine = new Lease(
                lease.name(), node, token, clock.instant().plus(duration).truncatedTo(ChronoUnit.MICROS));
        leases.save(mine);
        return mine;
    }
}
