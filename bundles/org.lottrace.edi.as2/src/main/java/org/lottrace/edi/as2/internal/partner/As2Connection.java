package org.lottrace.edi.as2.internal.partner;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.lease.Leases;
import org.lottrace.edi.as2.internal.cms.Cryptography;
import org.lottrace.edi.as2.internal.incoming.As2Partner;
import org.lottrace.edi.as2.internal.incoming.Incoming;
import org.lottrace.edi.as2.internal.message.Disk;
import org.lottrace.edi.as2.internal.outgoing.HttpPost;
import org.lottrace.edi.as2.internal.outgoing.Looks;
import org.lottrace.edi.as2.internal.outgoing.Outgoing;
import org.lottrace.edi.as2.internal.outgoing.Post;
import org.lottrace.edi.as2.internal.outgoing.Receipts;
import org.lottrace.folder.ExchangeFolders;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A partner while its configuration is there; what is to be sent is looked for by a thread of its own. A configuration that is wrong is
 * said in health until it is put right, and nothing is done.
 */
@Component(
        service = As2Partner.class,
        configurationPid = PartnerConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        immediate = true)
@Designate(ocd = PartnerConfig.class, factory = true)
public final class As2Connection implements As2Partner {
    private static final Logger LOG = LoggerFactory.getLogger(As2Connection.class);
    private static final long STOP_SECONDS = 10;
    private static final long MEGABYTE = 1024 * 1024;
    private static final Duration RECOVERED = Duration.ofHours(6);
    private static final Duration WARNED = Duration.ofDays(30);

    private final String name;
    private final Clock clock;
    private final PartnerConfig config;
    private final PartnerClaims claims;
    private final FileStamps stamps;
    private final Starting starting;
    private final ScheduledExecutorService thread;
    private Optional<String> wrong = Optional.empty();
    private Optional<Running> running = Optional.empty();
    private Instant nextRecovery = Instant.MIN;

    /** What there is of a partner that is configured well. */
    private record Running(PartnerSettings settings, Incoming incoming, Looks looks) {}

    private interface Starting {
        Running start(PartnerSettings settings) throws IOException;
    }

    @Activate
    public As2Connection(
            @Reference ExchangeFolders folders,
            @Reference Leases leases,
            @Reference AuditLog audit,
            @Reference Clock clock,
            @Reference PartnerClaims claims,
            PartnerConfig config) {
        this.name = config.partner();
        this.clock = clock;
        this.config = config;
        this.claims = claims;
        this.stamps = new FileStamps(List.of(
                config.key_file(),
                config.password_file(),
                config.own_certificate_file(),
                config.their_certificate_file(),
                config.url_certificate_file()));
        this.starting = settings -> run(settings, folders, leases, audit, clock);
        this.thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread looking = new Thread(work, "lottrace-as2-" + name);
            looking.setDaemon(true);
            return looking;
        });
        next(Duration.ZERO);
    }

    /** Keys and certificates are read anew when a file has changed. */
    private synchronized Optional<Running> read() {
        if (stamps.haveChanged()) {
            running = Optional.empty();
            wrong = Optional.empty();
            try {
                PartnerSettings settings = PartnerRules.settings(config);
                running = Optional.of(starting.start(settings));
                claims.claim(this, settings);
            } catch (IllegalArgumentException | IOException e) {
                LOG.error("the configuration of an AS2 partner is wrong partner={} problems={}", name, e.getMessage());
                wrong = Optional.of("the configuration is wrong: " + e.getMessage());
                claims.leave(this);
            }
        }
        return running;
    }

    /** @return what serves: nothing while the configuration is wrong, or another one claims the same */
    private Optional<Running> serving() {
        return read().filter(now -> claims.conflict(this).isEmpty());
    }

    private static Running run(
            PartnerSettings settings, ExchangeFolders folders, Leases leases, AuditLog audit, Clock clock)
            throws IOException {
        Disk disk = new Disk();
        Post post = new HttpPost(settings.trusted(), settings.timeout());
        Outgoing outgoing =
                new Outgoing(settings, folders, folders.outbox().resolve(settings.name() + "@as2"), post, clock, disk);
        Incoming incoming = new Incoming(settings, folders.inbox(), outgoing::take, audit, clock, disk);
        Receipts receipts = new Receipts(settings, incoming.receipts(), incoming::isDue, post, clock, disk);
        return new Running(
                settings, incoming, new Looks(settings, settings.url().map(url -> outgoing), receipts, leases, clock));
    }

    private void next(Duration pause) {
        try {
            thread.schedule(this::look, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("no more looks", stopped);
        }
    }

    /** Whatever becomes of a look, there is a next one. */
    private void look() {
        Duration pause = Duration.ofSeconds(Math.max(1, config.look_seconds()));
        try {
            Optional<Running> now = serving();
            if (now.isPresent()) {
                recover(now.get());
                pause = now.get().looks().look();
            }
        } finally {
            next(pause);
        }
    }

    private void recover(Running now) {
        if (clock.instant().isBefore(nextRecovery)) {
            return;
        }
        try {
            now.incoming().recover();
            nextRecovery = clock.instant().plus(RECOVERED);
        } catch (IOException e) {
            LOG.error("messages that were taken cannot be looked through partner={}", name, e);
        }
    }

    /** The file at hand is given up: the next start goes on where it was. */
    @Deactivate
    void stop() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        claims.leave(this);
    }

    @Override
    public Optional<Incoming> incoming() {
        return serving().map(Running::incoming);
    }

    @Override
    public boolean isBetween(String from, String to) {
        return config.their_name().equals(from) && config.own_name().equals(to);
    }

    /** Base64 makes a third more of a document, signature and headers some kilobytes. */
    @Override
    public long largestRequest() {
        return read().map(now -> now.settings().largest() / 2 * 3 + MEGABYTE).orElse(0L);
    }

    @Override
    public PartnerReport report() {
        return read().map(this::report)
                .orElseGet(() ->
                        new PartnerReport(name, "not connected", Optional.empty(), wrong(), Map.of(), 0, List.of()));
    }

    private synchronized Optional<String> wrong() {
        return wrong;
    }

    private PartnerReport report(Running now) {
        PartnerSettings settings = now.settings();
        List<String> ending = new ArrayList<>();
        ending(settings.own().certificate(), "our certificate", "make another, and give it to the partner")
                .ifPresent(ending::add);
        for (X509Certificate certificate : settings.theirs()) {
            ending(certificate, "the partner's certificate", "ask for the next one, and add it to the file")
                    .ifPresent(ending::add);
            if (Cryptography.isOfAuthority(certificate)) {
                ending.add("the partner's certificate "
                        + certificate.getSerialNumber().toString(16)
                        + " is one of an authority, with which no message is signed; ask for the partner's own");
            }
        }
        return new PartnerReport(
                name,
                settings.url().map(url -> url.getHost()).orElse("only receives from " + settings.theirName()),
                now.looks().lastLook(),
                claims.conflict(this).or(() -> now.looks().error()),
                now.looks().files(),
                now.looks().dead(),
                ending);
    }

    private Optional<String> ending(X509Certificate certificate, String whose, String todo) {
        Instant end = Cryptography.end(certificate);
        return clock.instant().plus(WARNED).isAfter(end)
                ? Optional.of(whose + " " + certificate.getSerialNumber().toString(16)
                        + (clock.instant().isAfter(end) ? " has ended at " : " ends at ") + end + "; " + todo)
                : Optional.empty();
    }
}
