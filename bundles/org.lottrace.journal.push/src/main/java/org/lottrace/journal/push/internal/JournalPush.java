package org.lottrace.journal.push.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lottrace.api.cost.JournalEntry;
import org.lottrace.api.handover.JournalReceivers;
import org.lottrace.api.handover.JournalRejection;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receiver while its configuration is there; a thread of its own sends, so that nobody waits for it. Of several nodes one at a time
 * looks. A configuration that is wrong is said in health until it is put right, and nothing is sent.
 */
@Component(
        service = PushedJournal.class,
        configurationPid = PushConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = PushConfig.class, factory = true)
public final class JournalPush implements PushedJournal {
    private static final Logger LOG = LoggerFactory.getLogger(JournalPush.class);
    private static final long STOP_SECONDS = 10;
    private static final Duration MAPPING_LIMIT = Duration.ofSeconds(20);
    private static final Duration SPARE = Duration.ofMinutes(2);

    private final PushConfig config;
    private final JournalReceivers receivers;
    private final Leases leases;
    private final PushClaims claims;
    private final Clock clock;
    private final ScheduledExecutorService thread;
    private List<FileTime> stamps = List.of();
    private long due;
    private Optional<Running> running = Optional.empty();
    private Optional<String> error = Optional.empty();
    private Optional<Instant> lastLook = Optional.empty();

    private record Running(PushSettings settings, Pushing pushing) {}

    @Activate
    public JournalPush(
            @Reference JournalReceivers receivers,
            @Reference Leases leases,
            @Reference PushClaims claims,
            @Reference Clock clock,
            PushConfig config) {
        this.config = config;
        this.receivers = receivers;
        this.leases = leases;
        this.claims = claims;
        this.clock = clock;
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread pushing = new Thread(work, "lottrace-journal-push-" + config.receiver());
            pushing.setDaemon(true);
            return pushing;
        });
        claims.claim(this, config.receiver());
        next(Duration.ZERO);
    }

    /** Whatever becomes of a look, there is a next one: this is the edge of the program. */
    private void look() {
        Duration interval = Duration.ofSeconds(Math.max(1, config.look_seconds()));
        try {
            if (isServiceGivenTime()) {
                return;
            }
            Running now = read();
            try {
                leased(now);
                said(Optional.empty());
            } finally {
                due = System.nanoTime() + now.pushing().pause().minus(interval).toNanos();
            }
        } catch (IOException | RuntimeException | Error failed) {
            String reason = Optional.ofNullable(failed.getMessage()).orElse(failed.toString());
            if (!error().equals(Optional.of(reason))) {
                LOG.warn("the journal is not pushed receiver={} reason={}", config.receiver(), reason);
                LOG.debug("why the journal is not pushed", failed);
            }
            said(Optional.of(reason));
        } finally {
            next(interval);
        }
    }

    /** A file that was put right is tried at once. */
    private boolean isServiceGivenTime() throws IOException {
        return running.isPresent() && System.nanoTime() - due < 0 && stamps().equals(stamps);
    }

    /** Another node that looks is no error. */
    private void leased(Running now) throws IOException {
        alone();
        Duration length = now.settings().timeout().plus(SPARE);
        Optional<Lease> lease = leases.acquire("journal-push/" + now.settings().receiver(), length);
        if (lease.isPresent()) {
            Lease held = lease.get();
            try {
                now.pushing().look(new Pushing.Turn() {
                    @Override
                    public void check() throws IOException {
                        alone();
                        leases.renew(held, length).orElseThrow(() -> new IOException("another node has taken over"));
                    }

                    @Override
                    public void taken() {
                        said(Optional.empty());
                    }
                });
            } finally {
                leases.release(held);
            }
        }
    }

    private void alone() throws IOException {
        Optional<String> conflict = claims.conflict(this);
        if (conflict.isPresent()) {
            throw new IOException(conflict.get());
        }
    }

    /** Mapping, passwords and keys are read anew when a file has changed. */
    private Running read() throws IOException {
        List<FileTime> now = stamps();
        if (running.isEmpty() || !now.equals(stamps)) {
            running = Optional.empty();
            PushSettings settings = PushRules.settings(config);
            Mapping mapping = Mapping.of(settings.mapping(), MAPPING_LIMIT);
            Service service = new Service(settings);
            running = Optional.of(new Running(settings, new Pushing(settings, receivers, (delivery, i) -> {
                JournalEntry entry = delivery.entries().get(i);
                byte[] xml = EntryXml.of(
                        settings.receiver(), entry, delivery.numbers().get(i));
                return service.send(EntryXml.key(settings.receiver(), entry.number()), mapping.request(xml));
            })));
            stamps = now;
        }
        return running.get();
    }

    private List<FileTime> stamps() throws IOException {
        List<FileTime> times = new ArrayList<>();
        for (String file : List.of(
                config.mapping_file(),
                config.password_file(),
                config.key_file(),
                config.key_password_file(),
                config.url_certificate_file())) {
            boolean isThere = !file.isEmpty() && Files.exists(Path.of(file));
            times.add(isThere ? Files.getLastModifiedTime(Path.of(file)) : FileTime.fromMillis(0));
        }
        return times;
    }

    private void next(Duration pause) {
        try {
            thread.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("no more looks", stopped);
        }
    }

    /** The entry at hand is given up: the next start sends it again. */
    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdownNow();
        try {
            thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } finally {
            claims.leave(this);
        }
    }

    private synchronized Optional<String> error() {
        return error;
    }

    private synchronized void said(Optional<String> now) {
        error = now;
        lastLook = Optional.of(clock.instant());
    }

    @Override
    public PushReport report() {
        List<JournalRejection> open = Pushing.open(receivers, config.receiver());
        synchronized (this) {
            return new PushReport(config.receiver(), lastLook, error, open);
        }
    }
}
