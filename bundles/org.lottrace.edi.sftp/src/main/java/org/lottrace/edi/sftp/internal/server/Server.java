package org.lottrace.edi.sftp.internal.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
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
    private static final int MOST_TRIES = 6;

    private final ServerSettings settings;
    private final ExchangeFolders folders;
    private final Clock clock;
    private final PartnerKeys partners;
    private final SshServer server = SshServer.setUpDefaultServer();
    private final Map<String, Jail> jails = new ConcurrentHashMap<>();
    private final Map<String, Deliveries> deliveries = new HashMap<>();
    private final Map<String, Outgoing> outgoing = new HashMap<>();
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
        server.setHost(settings.host());
        server.setPort(settings.port());
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        Logins logins = new Logins(audit);
        server.setPublickeyAuthenticator((user, key, session) -> {
            boolean isPartner = partners.authenticate(user, key, session);
            if (!isPartner) {
                logins.refused(session, user);
            }
            return isPartner;
        });
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setAgentFactory(null);
        server.setShellFactory(null);
        server.setCommandFactory(null);
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new JailAccess(this::jail))
                .build()));
        server.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(SessionContext session) {
                return jail(session.getUsername()).root();
            }
        });
        server.addSessionListener(logins);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, settings.sessions());
        CoreModuleProperties.AUTH_TIMEOUT.set(server, settings.login());
        CoreModuleProperties.IDLE_TIMEOUT.set(server, settings.idle());
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, MOST_TRIES);
        // of the extensions none is needed, and some replace files
        SftpModuleProperties.CLIENT_EXTENSIONS.set(server, "");
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "");
    }

    private Jail jail(String partner) {
        return jails.computeIfAbsent(partner, name -> {
            Jail jail = new Jail(
                    settings.folder().toAbsolutePath().resolve("home").resolve(name),
                    settings.largest(),
                    settings.quota());
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
        List<KeyPair> keys = HostKeys.in(settings.folder());
        server.setKeyPairProvider(KeyPairProvider.wrap(keys));
        server.start();
        LOG.info(
                "SFTP server listens address={} port={} host keys={}",
                settings.host(),
                server.getPort(),
                keys.stream().map(HostKeys::fingerprint).toList());
    }

    /** Starts when it has not, then takes what partners have brought and gives them what is theirs. Never throws. */
    synchronized void look() {
        lastLook = Optional.of(clock.instant());
        try {
            if (!server.isStarted()) {
                start();
            }
            Map<String, String> problems = new HashMap<>();
            dead = 0;
            for (String partner : partners.partners()) {
                look(partner, problems);
            }
            lastSuccess = lastLook;
            error = Optional.empty();
            files = Map.copyOf(problems);
        } catch (IOException | RuntimeException | Error e) {
            // the edge of the program: nobody above could do more than try again, which the next look does
            String reason = Optional.ofNullable(e.getMessage()).orElse(e.toString());
            if (!error.equals(Optional.of(reason))) {
                LOG.error("the SFTP server does not work; tried again at each look", e);
            }
            error = Optional.of(reason);
        }
    }

    private void look(String partner, Map<String, String> problems) throws IOException {
        Jail jail = jail(partner);
        deliveries
                .computeIfAbsent(partner, name -> new Deliveries(name, jail, folders, System::nanoTime))
                .look();
        Set<String> receivers = settings.receivers().getOrDefault(partner, Set.of());
        if (!receivers.isEmpty()) {
            Outgoing out = outgoing.computeIfAbsent(
                    partner, name -> new Outgoing(name, receivers, "the folder out of " + name, Jail.OUT, folders));
            out.look(new LocalFolder(jail.root()), problems);
            dead += out.dead();
        }
    }

    int port() {
        return server.getPort();
    }

    synchronized ConnectionReport report() {
        return new ConnectionReport(
                "server", settings.host() + ":" + settings.port(), lastLook, lastSuccess, error, files, dead);
    }

    void stop() throws IOException {
        server.stop(true);
    }
}
