package org.lottrace.health.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A warning for interchanges that were rejected lately, or that should have left and have not. */
@Component(
        service = HealthCheck.class,
        configurationPid = HealthConfig.PID,
        property = {HealthCheck.NAME + "=interchanges", HealthCheck.TAGS + "=lottrace"})
public final class InterchangesCheck implements HealthCheck {
    private final Interchanges interchanges;
    private final int newest;
    private final Duration rejectedWithin;
    private final Duration pendingFor;
    private final Clock clock;

    @Activate
    public InterchangesCheck(@Reference Interchanges interchanges, HealthConfig config) {
        this(
                interchanges,
                config.interchange_newest(),
                Duration.ofHours(config.interchange_rejected_within_hours()),
                Duration.ofMinutes(config.interchange_pending_for_minutes()),
                Clock.systemUTC());
    }

    /** For tests. */
    InterchangesCheck(
            Interchanges interchanges, int newest, Duration rejectedWithin, Duration pendingFor, Clock clock) {
        this.interchanges = interchanges;
        this.newest = newest;
        this.rejectedWithin = rejectedWithin;
        this.pendingFor = pendingFor;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        Instant now = clock.instant();
        List<InterchangeRecord> records = interchanges.recent(newest);
        long rejected = records.stream()
                .filter(record -> record.status() == InterchangeStatus.REJECTED)
                .filter(record -> record.at().isAfter(now.minus(rejectedWithin)))
                .count();
        long pending = records.stream()
                .filter(record ->
                        record.status() == InterchangeStatus.PENDING || record.status() == InterchangeStatus.SENDING)
                .filter(record -> record.at().isBefore(now.minus(pendingFor)))
                .count();
        FormattingResultLog log = new FormattingResultLog();
        if (rejected > 0) {
            log.warn("rejected lately: {}; see edi:log --status rejected", rejected);
        }
        if (pending > 0) {
            log.warn("waiting to be sent for too long: {}; see edi:log --status pending", pending);
        }
        log.info("looked at the newest {}", records.size());
        return new Result(log);
    }
}
