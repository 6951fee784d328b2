package org.lottrace.journal.push.internal;

import java.time.Instant;
import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** A warning for each receiver that the journal does not get to, and for entries that it has rejected. */
@Component(
        service = HealthCheck.class,
        property = {HealthCheck.NAME + "=journal-push", HealthCheck.TAGS + "=lottrace"})
public final class PushCheck implements HealthCheck {
    /** A whiteboard: receivers come and go with their configurations. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<PushedJournal> journals = List.of();

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<PushedJournal> now = journals;
        now.stream().map(PushedJournal::report).forEach(report -> say(report, log));
        if (now.isEmpty()) {
            log.info("the journal is pushed to nobody");
        }
        return new Result(log);
    }

    static void say(PushReport report, FormattingResultLog log) {
        String name = "journal to " + report.receiver();
        String last = report.lastLook().map(Instant::toString).orElse("never");
        report.error().ifPresent(error -> log.warn("{}: {}; last look {}", name, error, last));
        if (!report.rejected().isEmpty()) {
            log.warn(
                    "{}: {} entries are rejected, the first is entry {}: {}. Mend the cause, then have them resent (cost:resend"
                            + " {} {}, or journal.resend)",
                    name,
                    report.rejected().size(),
                    report.rejected().get(0).entry(),
                    report.rejected().get(0).reason(),
                    report.receiver(),
                    report.rejected().get(0).entry());
        }
        if (report.error().isEmpty()) {
            log.info("{}: last look {}", name, last);
        }
    }

    /** For tests. */
    void journals(List<PushedJournal> these) {
        journals = these;
    }
}
