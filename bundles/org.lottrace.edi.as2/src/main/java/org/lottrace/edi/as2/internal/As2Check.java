package org.lottrace.edi.as2.internal;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.edi.as2.internal.incoming.As2Partner;
import org.lottrace.edi.as2.internal.partner.PartnerReport;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** A warning for each partner that cannot be sent to, for files that are not sent, and for certificates that end. */
@Component(
        service = HealthCheck.class,
        property = {HealthCheck.NAME + "=as2", HealthCheck.TAGS + "=lottrace"})
public final class As2Check implements HealthCheck {
    private static final int MOST_FILES = 5;

    /** A whiteboard: partners come and go with their configurations. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<As2Partner> partners = List.of();

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<As2Partner> now = partners;
        now.stream().map(As2Partner::report).forEach(report -> say(report, log));
        if (now.isEmpty()) {
            log.info("no AS2 partner is set up");
        }
        return new Result(log);
    }

    private static void say(PartnerReport report, FormattingResultLog log) {
        String name = "AS2 " + report.name() + " (" + report.peer() + ")";
        report.error()
                .ifPresent(error -> log.warn(
                        "{}: {}; last look {}",
                        name,
                        error,
                        report.lastLook().map(Instant::toString).orElse("never")));
        report.certificates().forEach(certificate -> log.warn("{}: {}", name, certificate));
        new TreeMap<>(report.files())
                .entrySet().stream()
                        .limit(MOST_FILES)
                        .forEach(file -> log.warn("{}: {}: {}", name, file.getKey(), file.getValue()));
        if (report.files().size() > MOST_FILES) {
            log.warn(
                    "{}: {} files more with problems, see the log",
                    name,
                    report.files().size() - MOST_FILES);
        }
        if (report.dead() > 0) {
            log.warn(
                    "{}: not sent and not tried any more: {}; the reasons lie beside them in the folder dead of its"
                            + " outbox, receipts in the one of its inbox. Move files back into the outbox, or delete them",
                    name,
                    report.dead());
        }
        if (report.error().isEmpty()) {
            log.info(
                    "{}: last look {}",
                    name,
                    report.lastLook().map(Instant::toString).orElse("never"));
        }
    }

    /** For tests. */
    void partners(List<As2Partner> these) {
        partners = these;
    }
}
