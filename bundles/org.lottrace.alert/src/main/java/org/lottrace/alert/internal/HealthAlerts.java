package org.lottrace.alert.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.health.Health;
import org.lottrace.api.health.HealthReport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the health checks, and tells of what has changed for long enough. As a check itself it says what it cannot tell. */
@Component(
        service = HealthCheck.class,
        immediate = true,
        configurationPid = AlertConfig.PID,
        property = {HealthCheck.NAME + "=" + HealthAlerts.OWN_CHECK, HealthCheck.TAGS + "=lottrace"})
@Designate(ocd = AlertConfig.class)
public final class HealthAlerts implements HealthCheck {
    static final String OWN_CHECK = "alerts";

    private static final Logger LOG = LoggerFactory.getLogger(HealthAlerts.class);

    private final Health health;
    private final Clock clock;
    private final String host;
    private final List<Way> ways = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Changes changes;
    private final Deliveries deliveries;
    private final Outstanding outstanding;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "lottrace-alerts"));
    private volatile Optional<String> failure = Optional.empty();
    private volatile int waiting;
    private boolean isUnsaved;

    @Activate
    public HealthAlerts(@Reference Health health, @Reference Clock clock, AlertConfig config) {
        this.health = health;
        this.clock = clock;
        this.host = host();
        configure(config.mail_to(), MailWay::new, config);
        configure(config.webhook_url(), WebhookWay::new, config);
        problems.forEach(problem -> LOG.error("alerts: {} ({}.cfg)", problem, AlertConfig.PID));
        this.changes = new Changes(Duration.ofSeconds(config.hold_seconds()));
        this.deliveries = new Deliveries(ways);
        this.outstanding = outstanding(
                config.state_file().isBlank() ? Optional.empty() : Optional.of(Path.of(config.state_file())));
        if (config.look_seconds() > 0 && !ways.isEmpty()) {
            looking.scheduleWithFixedDelay(this::look, config.look_seconds(), config.look_seconds(), TimeUnit.SECONDS);
        }
    }

    /** What was told is not worth that nothing is told any more. */
    private static Outstanding outstanding(Optional<Path> file) {
        try {
            return Outstanding.in(file);
        } catch (IOException damaged) {
            LOG.error("what was told by alerts cannot be read, it is told again file={}", file.orElseThrow(), damaged);
            return Outstanding.anew(file);
        }
    }

    private void configure(String wanted, Function<AlertConfig, Way> way, AlertConfig config) {
        if (!wanted.isBlank()) {
            try {
                ways.add(way.apply(config));
            } catch (IllegalArgumentException wrong) {
                problems.add(wrong.getMessage());
            }
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this machine";
        }
    }

    @Deactivate
    void end() {
        looking.shutdownNow();
    }

    /** An exception would end the looking for good. */
    void look() {
        try {
            Instant now = clock.instant();
            List<Changes.Change> found = changes.look(withoutOwn(health.check()), outstanding.told(), now);
            found.forEach(change -> outstanding.add(alert(change), ways));
            // first of all it is sent: a full disk must be told, too, and keeps the file from being written
            isUnsaved |= deliveries.send(outstanding, now) || !found.isEmpty();
            if (isUnsaved) {
                outstanding.save();
                isUnsaved = false;
            }
            failure = Optional.empty();
        } catch (IOException | RuntimeException broken) {
            if (failure.isEmpty()) {
                LOG.error("alerts cannot be looked after now", broken);
            }
            failure = Optional.of(String.valueOf(broken.getMessage()));
        }
        waiting = outstanding.deliveries().size();
    }

    private static HealthReport withoutOwn(HealthReport report) {
        return new HealthReport(report.checks().stream()
                .filter(check -> !check.name().equals(OWN_CHECK))
                .toList());
    }

    private Alert alert(Changes.Change change) {
        return new Alert(
                UUID.randomUUID().toString(), host, change.check(), change.status(), change.since(), change.messages());
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        problems.forEach(problem -> log.warn("{}; correct etc/{}.cfg", problem, AlertConfig.PID));
        failure.ifPresent(why -> log.warn("alerts cannot be looked after: {}", why));
        deliveries
                .failures()
                .forEach((way, why) -> log.warn("alerts by {} are not delivered and tried again: {}", way, why));
        if (ways.isEmpty()) {
            log.info("nobody is told when something is wrong: no way is set in etc/{}.cfg", AlertConfig.PID);
        } else {
            log.info(
                    "alerts go out by {}; waiting: {}",
                    ways.stream().map(Way::name).collect(Collectors.joining(", ")),
                    waiting);
        }
        return new Result(log);
    }
}
