package org.lottrace.edi.as2.internal.outgoing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.edi.as2.internal.partner.PartnerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for what is to be sent to a partner, one after the other. Of several nodes one at a time looks. */
public final class Looks {
    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);
    private static final Duration SPARE = Duration.ofMinutes(2);

    private final PartnerSettings settings;
    private final Optional<Outgoing> outgoing;
    private final Receipts receipts;
    private final Leases leases;
    private final Clock clock;
    private int failures;
    private Optional<Instant> lastLook = Optional.empty();
    private Optional<String> error = Optional.empty();
    private Map<String, String> files = Map.of();

    public Looks(PartnerSettings settings, Optional<Outgoing> outgoing, Receipts receipts, Leases leases, Clock clock) {
        this.settings = settings;
        this.outgoing = outgoing;
        this.receipts = receipts;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * Sends what there is. Throws nothing: this is the edge of the program, and the next look tries again.
     *
     * @return how long the partner is to be left alone
     */
    public Duration look() {
        Optional<Lease> lease = Optional.empty();
        try {
            // longer than an exchange may take: nobody else begins while one hangs
            Duration length = settings.timeout().plus(SPARE);
            lease = leases.acquire("as2/" + settings.name(), length);
            if (lease.isPresent()) {
                Lease held = lease.get();
                Map<String, String> problems = new HashMap<>();
                Outgoing.Turn turn = () ->
                        leases.renew(held, length).orElseThrow(() -> new IOException("another node has taken over"));
                receipts.look(problems, turn);
                if (outgoing.isPresent()) {
                    outgoing.get().look(problems, turn);
                }
                worked(problems);
            }
        } catch (StoreUnavailableException e) {
            failed("the database is away, so nobody knows which node may look: " + e.getMessage(), e);
        } catch (IOException | RuntimeException | Error e) {
            // an error too: thrown further it would end the looking for good
            failed(Optional.ofNullable(e.getMessage()).orElse(e.toString()), e);
        } finally {
            lease.ifPresent(this::release);
        }
        return pause();
    }

    private void release(Lease lease) {
        try {
            leases.release(lease);
        } catch (RuntimeException e) {
            // the look is over, and the next one asks for the lease again
            LOG.warn("a lease could not be given back, it ends by itself partner={}", settings.name(), e);
        }
    }

    private synchronized Duration pause() {
        return Backoff.pause(settings.interval(), failures);
    }

    private synchronized void worked(Map<String, String> problems) {
        problems.forEach((file, problem) -> {
            if (!problem.equals(files.get(file))) {
                LOG.warn("problem with a file partner={} file={} problem={}", settings.name(), file, problem);
            }
        });
        lastLook = Optional.of(clock.instant());
        error = Optional.empty();
        files = Map.copyOf(problems);
        failures = 0;
    }

    private synchronized void failed(String reason, Throwable e) {
        lastLook = Optional.of(clock.instant());
        if (!error.equals(Optional.of(reason))) {
            LOG.warn("AS2 partner cannot be sent to partner={} reason={}", settings.name(), reason, e);
        }
        error = Optional.of(reason);
        failures++;
    }

    public synchronized Optional<Instant> lastLook() {
        return lastLook;
    }

    public synchronized Optional<String> error() {
        return error;
    }

    public synchronized Map<String, String> files() {
        return files;
    }

    public int dead() {
        try {
            return receipts.countDead() + (outgoing.isPresent() ? outgoing.get().dead() : 0);
        } catch (IOException e) {
            LOG.debug("the dead letters cannot be counted partner={}", settings.name(), e);
            return 0;
        }
    }
}
