package org.lottrace.edi.sftp.internal.client;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.edi.sftp.internal.ConnectionReport;
import org.lottrace.edi.sftp.internal.outgoing.Outgoing;
import org.lottrace.edi.sftp.internal.outgoing.Remote;
import org.lottrace.folder.ExchangeFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a server, one after the other, and what became of them. Of several nodes with the same connection one at a time looks.
 */
final class Looks {
    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);
    /** A node that dies while it looks keeps the others waiting so long. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** What takes longer hangs, or is not done any more. */
    private static final Duration LONGEST_LOOK = Duration.ofHours(1);

    private final ConnectionSettings settings;
    private final Connector connector;
    private final Leases leases;
    private final Clock clock;
    private final Optional<Incoming> incoming;
    private final Optional<Outgoing> outgoing;
    private Instant nextLook;
    private int failures;
    private Optional<Instant> lastLook = Optional.empty();
    private Optional<Instant> lastSuccess = Optional.empty();
    private Optional<String> error = Optional.empty();
    private Map<String, String> files = Map.of();

    /** @param nanoTime nanoseconds since whenever */
    Looks(
            ConnectionSettings settings,
            Connector connector,
            ExchangeFolders folders,
            Leases leases,
            Clock clock,
            LongSupplier nanoTime) {
        this.settings = settings;
        this.connector = connector;
        this.leases = leases;
        this.clock = clock;
        this.nextLook = clock.instant();
        this.incoming = settings.in().map(from -> new Incoming(settings, from, folders, clock, nanoTime));
        this.outgoing = settings.out()
                .map(to -> new Outgoing(settings.name(), settings.receivers(), settings.address(), to, folders));
    }

    /**
     * Takes and brings what there is. Never throws.
     *
     * @return how long the server is to be left alone
     */
    Duration look() {
        Duration pause = Backoff.pause(settings.interval(), Integer.MAX_VALUE);
        try {
            pause = tried();
            return pause;
        } finally {
            ended(pause);
        }
    }

    private Duration tried() {
        Optional<Lease> lease = Optional.empty();
        try {
            lease = leases.acquire("sftp/" + settings.name(), LEASE);
            if (lease.isEmpty()) {
                // another node has the connection just now, and says how it does
                return settings.interval();
            }
            Map<String, String> problems = new HashMap<>();
            try (Remote remote = new LeasedRemote(connector.connect(), leases, lease.get(), LEASE)) {
                if (incoming.isPresent()) {
                    incoming.get().look(remote, problems);
                }
                if (outgoing.isPresent()) {
                    outgoing.get().look(remote, problems);
                }
            }
            worked(problems);
        } catch (StoreUnavailableException e) {
            failed("the database is away, so nobody knows which node may look: " + e.getMessage(), e);
        } catch (IOException | RuntimeException | Error e) {
            // the edge of the program: nobody above could do more than try again, which the next look does; an error
            // too:
            // thrown further it would end the looking for good
            failed(message(e), e);
        } finally {
            lease.ifPresent(this::release);
        }
        return Backoff.pause(settings.interval(), failures());
    }

    private synchronized void ended(Duration pause) {
        nextLook = clock.instant().plus(pause);
    }

    private void release(Lease lease) {
        try {
            leases.release(lease);
        } catch (RuntimeException e) {
            // whatever it is: the look is over, and the next one asks for the lease again
            LOG.warn(
                    "the lease of a connection could not be given back, it ends by itself connection={}",
                    settings.name(),
                    e);
        }
    }

    private static String message(Throwable e) {
        return Optional.ofNullable(e.getMessage())
                .filter(text -> !text.isBlank())
                .orElse(e.toString());
    }

    private synchronized int failures() {
        return failures;
    }

    private synchronized void worked(Map<String, String> problems) {
        problems.forEach((file, problem) -> {
            if (!problem.equals(files.get(file))) {
                LOG.warn("problem with a file connection={} file={} problem={}", settings.name(), file, problem);
            }
        });
        if (error.isPresent()) {
            LOG.info("connection works again connection={} server={}", settings.name(), settings.address());
        }
        lastLook = Optional.of(clock.instant());
        lastSuccess = lastLook;
        error = Optional.empty();
        files = Map.copyOf(problems);
        failures = 0;
    }

    private synchronized void failed(String reason, Throwable e) {
        lastLook = Optional.of(clock.instant());
        if (!error.equals(Optional.of(reason))) {
            LOG.warn(
                    "connection fails connection={} server={} reason={}",
                    settings.name(),
                    settings.address(),
                    reason,
                    e);
        }
        error = Optional.of(reason);
        failures++;
    }

    synchronized ConnectionReport report() {
        return new ConnectionReport(
                settings.name(),
                settings.address(),
                lastLook,
                lastSuccess,
                overdue().or(() -> error),
                files,
                dead());
    }

    private Optional<String> overdue() {
        return clock.instant().isAfter(nextLook.plus(LONGEST_LOOK))
                ? Optional.of("no look has ended since the one that was due at " + nextLook
                        + "; see the log, and save its configuration again to begin anew")
                : Optional.empty();
    }

    private int dead() {
        try {
            return outgoing.isPresent() ? outgoing.get().dead() : 0;
        } catch (IOException e) {
            LOG.debug("the dead letters cannot be counted connection={}", settings.name(), e);
            return 0;
        }
    }
}
