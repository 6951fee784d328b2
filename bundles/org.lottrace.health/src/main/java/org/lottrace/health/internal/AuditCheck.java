package org.lottrace.health.internal;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.audit.AuditBacklog;
import org.lottrace.api.audit.AuditLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A warning while entries of the audit log cannot be written, and from the first that was lost until the next start. */
@Component(
        service = HealthCheck.class,
        property = {HealthCheck.NAME + "=audit", HealthCheck.TAGS + "=lottrace"})
public final class AuditCheck implements HealthCheck {
    private final AuditLog audit;

    @Activate
    public AuditCheck(@Reference AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        AuditBacklog backlog = audit.backlog();
        backlog.failure()
                .ifPresent(why -> log.warn(
                        "entries of the audit log wait in memory and cannot be written: {}; waiting: {}. Put right what"
                                + " keeps the database from it; they are lost when LotTrace ends before",
                        why,
                        backlog.waiting()));
        if (backlog.lost() > 0) {
            log.warn(
                    "entries of the audit log were lost since the start: {}. The log of LotTrace says when (entries of the"
                            + " audit log are lost)",
                    backlog.lost());
        }
        log.info("entries waiting to be written: {}", backlog.waiting());
        return new Result(log);
    }
}
