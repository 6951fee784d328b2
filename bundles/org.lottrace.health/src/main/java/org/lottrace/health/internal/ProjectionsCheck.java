package org.lottrace.health.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.event.store.LedgerStore;
import org.lottrace.api.event.store.ProjectionStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whatever feeds on the ledger may be behind for a moment, and for longer while it catches up; a warning when it is
 * behind and has not moved for a while.
 */
@Component(
        service = HealthCheck.class,
        configurationPid = HealthConfig.PID,
        property = {HealthCheck.NAME + "=projections", HealthCheck.TAGS + "=lottrace"})
public final class ProjectionsCheck implements HealthCheck {
    private final UnitOfWork unitOfWork;
    private final LedgerStore ledger;
    private final ProjectionStore projections;
    private final List<String> names;
    private final Duration patience;
    private final Clock clock;
    private final Map<String, Standstill> standstills = new ConcurrentHashMap<>();

    @Activate
    public ProjectionsCheck(
            @Reference UnitOfWork unitOfWork,
            @Reference LedgerStore ledger,
            @Reference ProjectionStore projections,
            HealthConfig config) {
        this(
                unitOfWork,
                ledger,
                projections,
                Names.of(config.projection_names()),
                Duration.ofSeconds(config.projection_patience_seconds()),
                Clock.systemUTC());
    }

    /** For tests. */
    ProjectionsCheck(
            UnitOfWork unitOfWork,
            LedgerStore ledger,
            ProjectionStore projections,
            List<String> names,
            Duration patience,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.projections = projections;
        this.names = names;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        unitOfWork.run(() -> {
            long head = ledger.head().position();
            names.forEach(name -> check(name, projections.position(name), head, log));
        });
        return new Result(log);
    }

    private void check(String name, long position, long head, FormattingResultLog log) {
        if (position >= head) {
            standstills.remove(name);
            log.info("{} is at the end of the ledger, position {}", name, position);
            return;
        }
        Standstill here = standstills.compute(
                name,
                (n, known) -> known != null && known.position == position
                        ? known
                        : new Standstill(position, clock.instant()));
        if (clock.instant().isAfter(here.since.plus(patience))) {
            log.warn("{} stands at position {} of {} since {}; see the log", name, position, head, here.since);
        } else {
            log.info("{} catches up, position {} of {}", name, position, head);
        }
    }

    /** A projection that was seen behind, at this position, for the first time then. */
    private record Standstill(long position, Instant since) {}
}
