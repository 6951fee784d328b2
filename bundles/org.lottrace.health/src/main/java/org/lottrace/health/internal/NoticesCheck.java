package org.lottrace.health.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.recall.RecallCase;
import org.lottrace.api.recall.RecallFact.NoticeAttempted;
import org.lottrace.api.recall.RecallFact.NoticeQueued;
import org.lottrace.api.recall.store.RecallStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A warning for each open recall case with notices that failed, or that no way brings to the consignee. */
@Component(
        service = HealthCheck.class,
        configurationPid = HealthConfig.PID,
        property = {
            HealthCheck.NAME + "=notices",
            HealthCheck.TAGS + "=lottrace",
            HealthCheck.TAGS + "=" + FelixHealth.ASKS_DATABASE
        })
public final class NoticesCheck implements HealthCheck {
    private final UnitOfWork unitOfWork;
    private final RecallStore cases;
    private final Duration waitingFor;
    private final Clock clock;

    @Activate
    public NoticesCheck(
            @Reference UnitOfWork unitOfWork,
            @Reference RecallStore cases,
            @Reference Clock clock,
            HealthConfig config) {
        this(unitOfWork, cases, Duration.ofMinutes(config.notice_waiting_for_minutes()), clock);
    }

    /** For tests. */
    NoticesCheck(UnitOfWork unitOfWork, RecallStore cases, Duration waitingFor, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.cases = cases;
        this.waitingFor = waitingFor;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        unitOfWork.required(cases::openWithNotices).forEach(recallCase -> check(recallCase, log));
        log.info("looked at every open recall case");
        return new Result(log);
    }

    private void check(RecallCase recallCase, FormattingResultLog log) {
        Set<String> sent = keys(recallCase, true);
        Set<String> failed = keys(recallCase, false);
        failed.removeAll(sent);
        Instant before = clock.instant().minus(waitingFor);
        long retried = consignees(recallCase, failed);
        if (retried > 0) {
            log.warn(
                    "{}: notices failed and are tried again, consignees: {}; see recall:notices {}",
                    recallCase.id(),
                    retried,
                    recallCase.id());
        }
        Set<String> waiting = recallCase
                .stepsWith(NoticeQueued.class)
                .filter(step -> step.at().isBefore(before))
                .map(step -> ((NoticeQueued) step.fact()).key())
                .filter(key -> !sent.contains(key) && !failed.contains(key))
                .collect(Collectors.toSet());
        long unreached = consignees(recallCase, waiting);
        if (unreached > 0) {
            log.warn(
                    "{}: no way of sending reaches some, consignees: {}; call them (recall:notified {})",
                    recallCase.id(),
                    unreached,
                    recallCase.id());
        }
    }

    private static Set<String> keys(RecallCase recallCase, boolean sent) {
        return recallCase.facts(NoticeAttempted.class).stream()
                .filter(attempt -> attempt.sent() == sent)
                .map(NoticeAttempted::key)
                .collect(Collectors.toSet());
    }

    private static long consignees(RecallCase recallCase, Set<String> keys) {
        return recallCase.facts(NoticeQueued.class).stream()
                .filter(notice -> keys.contains(notice.key()))
                .map(NoticeQueued::party)
                .distinct()
                .count();
    }
}
