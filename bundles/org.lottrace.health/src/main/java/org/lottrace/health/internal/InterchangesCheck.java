package org.lottrace.health.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.OutboundTransactionSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * A warning for interchanges that were rejected lately, by us or by a partner, that should have left and have not, and for ship
 * notices that a partner has not acknowledged.
 */
@Component(
        service = HealthCheck.class,
        configurationPid = HealthConfig.PID,
        property = {
            HealthCheck.NAME + "=interchanges",
            HealthCheck.TAGS + "=lottrace",
            HealthCheck.TAGS + "=" + FelixHealth.ASKS_DATABASE
        })
public final class InterchangesCheck implements HealthCheck {
    private static final Set<InterchangeStatus> ANSWERED = EnumSet.of(
            InterchangeStatus.ACKNOWLEDGED, InterchangeStatus.ACKNOWLEDGED_WITH_ERRORS, InterchangeStatus.REJECTED);

    private static final Set<InterchangeStatus> REFUSED =
            EnumSet.of(InterchangeStatus.REJECTED, InterchangeStatus.PARTLY_ACCEPTED, InterchangeStatus.QUARANTINED);

    private static final Set<InterchangeStatus> WAITING =
            EnumSet.of(InterchangeStatus.PENDING, InterchangeStatus.SENDING);

    private final Interchanges interchanges;
    private final int newest;
    private final Duration rejectedWithin;
    private final Duration pendingFor;
    private final Duration acknowledgedWithin;
    private final Clock clock;

    @Activate
    public InterchangesCheck(@Reference Interchanges interchanges, @Reference Clock clock, HealthConfig config) {
        this(
                interchanges,
                config.interchange_newest(),
                Duration.ofHours(config.interchange_rejected_within_hours()),
                Duration.ofMinutes(config.interchange_pending_for_minutes()),
                Duration.ofHours(config.interchange_acknowledged_within_hours()),
                clock);
    }

    /** For tests. */
    InterchangesCheck(
            Interchanges interchanges,
            int newest,
            Duration rejectedWithin,
            Duration pendingFor,
            Duration acknowledgedWithin,
            Clock clock) {
        this.interchanges = interchanges;
        this.newest = newest;
        this.rejectedWithin = rejectedWithin;
        this.pendingFor = pendingFor;
        this.acknowledgedWithin = acknowledgedWithin;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        Instant now = clock.instant();
        long rejected = REFUSED.stream()
                .flatMap(this::newest)
                .filter(record -> record.at().isAfter(now.minus(rejectedWithin)))
                .count();
        long pending = WAITING.stream()
                .flatMap(this::newest)
                .filter(record -> record.at().isBefore(now.minus(pendingFor)))
                .count();
        List<InterchangeRecord> records = interchanges.recent(newest);
        FormattingResultLog log = new FormattingResultLog();
        if (rejected > 0) {
            log.warn("rejected lately: {}; see edi:log --status rejected", rejected);
        }
        if (pending > 0) {
            log.warn("waiting to be sent for too long: {}; see edi:log --status pending", pending);
        }
        long unanswered = unanswered(records, now.minus(acknowledgedWithin));
        if (unanswered > 0) {
            log.warn(
                    "ship notices without an acknowledgement for too long: {}; see edi:log --status sent, and ask"
                            + " the partners whether they have them",
                    unanswered);
        }
        log.info("looked at the newest {}", records.size());
        return new Result(log);
    }

    /** Asked for by status, so that however many others came since hide none. */
    private Stream<InterchangeRecord> newest(InterchangeStatus status) {
        return interchanges
                .before(
                        Optional.empty(),
                        new InterchangeFilter(Optional.empty(), Optional.of(status), Optional.empty()),
                        newest)
                .stream();
    }

    /** Only of partners who acknowledge: who never did does not use acknowledgements. */
    private static long unanswered(List<InterchangeRecord> records, Instant before) {
        Set<String> answering = records.stream()
                .filter(record -> record.direction() == Direction.OUTBOUND && ANSWERED.contains(record.status()))
                .map(InterchangeRecord::receiver)
                .collect(Collectors.toSet());
        return records.stream()
                .filter(record -> record.status() == InterchangeStatus.SENT)
                .filter(record -> record.transactionSets().contains(OutboundTransactionSet.SHIP_NOTICE)
                        || record.transactionSets().contains(OutboundTransactionSet.DESPATCH_ADVICE))
                .filter(record -> record.at().isBefore(before) && answering.contains(record.receiver()))
                .count();
    }
}
