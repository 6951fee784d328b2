package org.lottrace.edi.sftp.internal.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.edi.sftp.internal.ConnectionReport;
import org.lottrace.edi.sftp.internal.outgoing.LocalFolder;
import org.lottrace.edi.sftp.internal.outgoing.Outgoing;
import org.lottrace.folder.ExchangeFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our SFTP server: SFTP and nothing else, keys and nothing else, each partner in its own home. */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final ServerSettings settings;
    private final ExchangeFolders folders;
    private final Clock clock;
    private final PartnerKeys partners;
    private final Logins logins;
    private final Map<String, Jail> jails = new ConcurrentHashMap<>();
    private final Map<String, Deliveries> deliveries = new HashMap<>();
    private final Map<String, Outgoing> outgoing = new HashMap<>();
    private volatile Optional<SshServer> server = Optional.empty();
    /** As whom we begin files of the outbox for a partner; an {@code @} is in no partner's name. */
    private String sender = "";

    private Optional<Instant> lastLook = Optional.empty();
    private Optional<Instant> lastSuccess = Optional.empty();
    private Optional<String> error = Optional.empty();
    private Map<String, String> files = Map.of();
    private int dead;

    Server(ServerSettings settings, ExchangeFolders folders, AuditLog audit, Clock clock) {
        this.settings = settings;
        this.folders = folders;
        this.clock = clock;
        this.partners = new PartnerKeys(settings.folder().resolve("keys"));
        this.logins = new Logins(audit);
    }

    private Jail jail(String partner) {
        return jails.computeIfAbsent(partner, name -> {
            Jail jail = new Jail(home(name), settings.largest(), settings.quota());
            try {
                jail.create();
            } catch (IOException e) {
                throw new UncheckedIOException("the home of " + name + " cannot be made", e);
            }
            return jail;
        });
    }

    private void start() throws IOException {
        Files.createDirectories(settings.folder().resolve("keys"));
        sender = "@server-" + NodeId.in(settings.folder());
        List<KeyPair> keys = HostKeys.in(settings.folder());
        SshServer starting = SftpOnly.server(settings, partners, logins, this::jail);
        starting.setKeyPairProvider(KeyPairProvider.wrap(keys));
        try {
            starting.start();
        } catch (IOException | RuntimeException e) {
            // of several addresses some may be listened on already
            starting.close(true).await(STOP);
            throw e;
        }
        server = Optional.of(starting);
        LOG.info(
                "SFTP server listens address={} port={} host keys={}",
                settings.host(),
                starting.getPort(),
                keys.stream().map(HostKeys::fingerprint).toList());
    }

    /** Starts when it has not, then takes what partners have brought and gives them what is theirs. Never throws. */
    synchronized void look() {
        lastLook = Optional.of(clock.instant());
        try {
            if (server.isEmpty()) {
                start();
            }
            Map<String, String> problems = new HashMap<>();
            dead = 0;
            for (String partner : partners.partners()) {
                lookAt(partner, problems);
            }
            lastSuccess = lastLook;
            error = Optional.empty();
            tell(problems);
        } catch (IOException | RuntimeException | Error e) {
            // the edge of the program: nobody above could do more than try again, which the next look does
            String reason = Optional.ofNullable(e.getMessage()).orElse(e.toString());
            if (!error.equals(Optional.of(reason))) {
                LOG.error("the SFTP server does not work; tried again at each look", e);
            }
            error = Optional.of(reason);
        }
    }

    private void tell(Map<String, String> problems) {
        problems.forEach((file, problem) -> {
            if (!problem.equals(files.get(file))) {
                LOG.warn("problem with files of a partner of=\"{}\" problem={}", file, problem);
            }
        });
        files = Map.copyOf(problems);
    }

    /** What is wrong with one partner keeps no other waiting. */
    private void lookAt(String partner, Map<String, String> problems) {
        Map<String, String> own = new HashMap<>();
        try {
            look(partner, own);
        } catch (IOException | RuntimeException e) {
            problems.put(
                    partner,
                    "its files are neither taken nor sent; check that our user may read and write " + home(partner)
                            + " and " + folders.outbox() + ": " + e);
            LOG.debug("the files of a partner are not looked at partner={}", partner, e);
        }
        own.forEach((file, problem) -> problems.put(partner + "/" + file, problem));
    }

    private void look(String partner, Map<String, String> problems) throws IOException {
        Jail jail = jail(partner);
        deliveries
                .computeIfAbsent(partner, name -> new Deliveries(name, jail, folders, clock, System::nanoTime))
                .look(problems);
        Set<String> receivers = settings.receivers().getOrDefault(partner, Set.of());
        if (!receivers.isEmpty()) {
            Outgoing out = outgoing.computeIfAbsent(
                    partner,
                    name -> new Outgoing(name + sender, receivers, "the folder out of " + name, Jail.OUT, folders));
            out.look(new LocalFolder(jail.root()), problems);
            dead += out.dead();
        }
    }

    private Path home(String partner) {
        return settings.folder().toAbsolutePath().resolve("home").resolve(partner);
    }

    int port() {
        return server.map(SshServer::getPort).orElse(settings.port());
    }

    synchronized ConnectionReport report() {
        return new ConnectionReport(
                "server", settings.host() + ":" + settings.port(), lastLook, lastSuccess, error, files, dead);
    }

    /** @throws IOException if somebody is still connected after a while */
    void stop() throws IOException {
        if (server.isPresent() && !server.get().close(true).await(STOP)) {
            throw new IOException("the SFTP server has not stopped within " + STOP);
        }
    }
}
