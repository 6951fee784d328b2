package org.lottrace.alert.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.lottrace.api.health.HealthStatus;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.planning.ExpiringLot;
import org.lottrace.api.planning.RotationMeasures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells once of each lot that expires within the lead time of its item, those of an hour together. Of several nodes one does it; what it told
 * is in its file, so another node that takes over tells again of what still lies there. As a check it says what it cannot tell.
 */
@Component(
        service = HealthCheck.class,
        immediate = true,
        configurationPid = AlertConfig.EXPIRY_PID,
        property = {HealthCheck.NAME + "=expiry-alerts", HealthCheck.TAGS + "=lottrace"})
@Designate(ocd = AlertConfig.class)
public final class ExpiryAlerts implements HealthCheck {
    /** An alert names so many lots, and how many there are besides. */
    static final int MOST_NAMED = 100;

    private static final Logger LOG = LoggerFactory.getLogger(ExpiryAlerts.class);
    private static final String LEASE = "expiry-alerts";
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final Duration HELD = Duration.ofMinutes(10);

    private final RotationMeasures measures;
    private final Leases leases;
    private final Clock clock;
    private final List<Way> ways = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Deliveries deliveries;
    private final Outstanding outstanding;
    private final ScheduledExecutorService looking =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "lottrace-expiry-alerts"));
    private Optional<Lease> lease = Optional.empty();
    private Instant nextLook = Instant.MIN;
    private boolean isUnsaved;
    private volatile Optional<String> failure = Optional.empty();
    private volatile int waiting;

    @Activate
    public ExpiryAlerts(
            @Reference RotationMeasures measures,
            @Reference Leases leases,
            @Reference Clock clock,
            AlertConfig config) {
        this.measures = measures;
        this.leases = leases;
        this.clock = clock;
        configure(config.mail_to(), MailWay::new, config);
        configure(config.webhook_url(), WebhookWay::new, config);
        problems.forEach(problem -> LOG.error("expiry alerts: {} ({}.cfg)", problem, AlertConfig.EXPIRY_PID));
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
            LOG.error(
                    "what was told of expiring lots cannot be read, it is told again file={}",
                    file.orElseThrow(),
                    damaged);
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

    @Deactivate
    void end() {
        looking.shutdownNow();
        lease.ifPresent(leases::release);
    }

    /** An exception would end the looking for good. */
    void look() {
        try {
            Instant now = clock.instant();
            lease = lease.flatMap(held -> leases.renew(held, HELD)).or(() -> leases.acquire(LEASE, HELD));
            if (lease.isPresent() && !now.isBefore(nextLook)) {
                tell(due(), now);
                nextLook = now.plus(PAUSE);
            }
            isUnsaved |= deliveries.send(outstanding, now);
            if (isUnsaved) {
                outstanding.save();
                isUnsaved = false;
            }
            failure = Optional.empty();
        } catch (IOException | RuntimeException broken) {
            if (failure.isEmpty()) {
                LOG.error("expiring lots cannot be told now", broken);
            }
            failure = Optional.of(String.valueOf(broken.getMessage()));
        }
        waiting = outstanding.deliveries().size();
    }

    /** By what is told of each: a lot with another expiry is told again, and so is one at another site. */
    private Map<String, ExpiringLot> due() {
        Map<String, ExpiringLot> due = new LinkedHashMap<>();
        List<ExpiringLot> page;
        int shown = 0;
        do {
            page = measures.due(Optional.empty(), Optional.empty(), shown, RotationMeasures.LONGEST_PAGE);
            shown += page.size();
            page.forEach(one -> due.put(one.site() + " " + one.lot() + " " + one.expiry(), one));
        } while (page.size() == RotationMeasures.LONGEST_PAGE);
        return due;
    }

    /** What is gone is forgotten, and told again should it come back. */
    private void tell(Map<String, ExpiringLot> due, Instant now) {
        List<ExpiringLot> untold = due.entrySet().stream()
                .filter(one -> !outstanding.told().containsKey(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        isUnsaved |= outstanding.told().keySet().retainAll(due.keySet());
        if (!untold.isEmpty()) {
            outstanding.deliver(
                    new Alert(
                            UUID.randomUUID().toString(),
                            host(),
                            Alert.EXPIRING,
                            HealthStatus.WARN,
                            now,
                            messages(untold)),
                    ways);
            due.keySet().forEach(one -> outstanding.told().put(one, HealthStatus.WARN));
            isUnsaved = true;
        }
    }

    private static List<String> messages(List<ExpiringLot> lots) {
        List<String> messages = new ArrayList<>();
        messages.add(lots.size() == 1 ? "a lot expires soon" : lots.size() + " lots expire soon");
        lots.stream().limit(MOST_NAMED).map(ExpiryAlerts::message).forEach(messages::add);
        if (lots.size() > MOST_NAMED) {
            messages.add("and " + (lots.size() - MOST_NAMED) + " more");
        }
        messages.add("sell them, mark them down, move them to a site that sells them, or use them in production");
        return messages;
    }

    private static String message(ExpiringLot one) {
        return "lot " + one.lot() + " at " + one.site()
                + (one.daysLeft() < 0 ? " expired on " : " expires on ") + one.expiry() + ": " + one.quantity()
                + one.value().map(value -> ", " + value).orElse("");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this machine";
        }
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        problems.forEach(problem -> log.warn("{}; correct etc/{}.cfg", problem, AlertConfig.EXPIRY_PID));
        failure.ifPresent(why -> log.warn("expiring lots cannot be told: {}", why));
        deliveries
                .failures()
                .forEach((way, why) ->
                        log.warn("alerts of expiring lots by {} are not delivered and tried again: {}", way, why));
        if (ways.isEmpty()) {
            log.info("nobody is told of expiring lots: no way is set in etc/{}.cfg", AlertConfig.EXPIRY_PID);
        } else {
            log.info(
                    "alerts go out by {}; waiting: {}",
                    ways.stream().map(Way::name).collect(Collectors.joining(", ")),
                    waiting);
        }
        return new Result(log);
    }
}
