package org.lottrace.edi.sftp.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** A warning for each connection that does not work, and for files that cannot be taken or sent. */
@Component(
        service = HealthCheck.class,
        property = {HealthCheck.NAME + "=sftp", HealthCheck.TAGS + "=lottrace"})
public final class SftpCheck implements HealthCheck {
    private static final int MOST_FILES = 5;

    /** A whiteboard: connections come and go with their configurations. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<Connection> connections = List.of();

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<Connection> now = connections;
        now.stream().map(Connection::report).forEach(report -> say(report, log));
        if (now.isEmpty()) {
            log.info("no SFTP connection is set up");
        }
        return new Result(log);
    }

    private static void say(ConnectionReport report, FormattingResultLog log) {
        String name = "SFTP " + report.name() + " (" + report.peer() + ")";
        report.error()
                .ifPresent(error -> log.warn(
                        "{}: {}; last look {}, last one that worked {}",
                        name,
                        error,
                        said(report.lastLook()),
                        said(report.lastSuccess())));
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
                            + " outbox. Move them back into the outbox, or delete them",
                    name,
                    report.dead());
        }
        if (report.error().isEmpty()) {
            log.info("{}: last look {}", name, said(report.lastLook()));
        }
    }

    private static String said(Optional<Instant> when) {
        return when.map(Instant::toString).orElse("never");
    }

    /** For tests. */
    void connections(List<Connection> these) {
        connections = these;
    }
}
