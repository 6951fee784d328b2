package org.lottrace.edi.as2.internal.outgoing;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.lease.Lease;
import org.lottrace.api.lease.Leases;
import org.lottrace.api.transaction.StoreUnavailableException;
import org.lottrace.edi.as2.internal.partner.PartnerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what is to be sent to a partner, one after the other: documents and receipts, which go to different addresses, and neither waits
 * for the other. Of several nodes one at a time looks.
 */
public final class Looks {
    private static final Logger LOG = LoggerFactory.getLogger(Looks.class);
    private static final Duration SPARE = Duration.ofMinutes(2);

    private final PartnerSettings settings;
    private final Optional<Outgoing> outgoing;
    private final Receipts receipts;
    private final List<Kind> kinds;
    private final Leases leases;
    private final Clock clock;
    private Optional<Instant> lastLook = Optional.empty();

    /** How it goes with one kind of what is sent. */
    private static final class Kind {
        private final Work work;
        private int failures;
        private Instant due = Instant.MIN;
        private Optional<String> error = Optional.empty();
        private Map<String, String> files = Map.of();

        Kind(Work work) {
            this.work = work;
        }
    }

    private interface Work {
        void look(Map<String, String> problems, Outgoing.Turn turn) throws IOException;
    }

    public Looks(PartnerSettings settings, Optional<Outgoing> outgoing, Receipts receipts, Leases leases, Clock clock) {
        this.settings = settings;
        this.outgoing = outgoing;
        this.receipts = receipts;
        this.kinds = Stream.concat(
                        Stream.of(new Kind(receipts::look)), outgoing.map(one -> new Kind(one::look)).stream())
                .toList();
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
        List<Kind> due = due();
        try {
            // longer than an exchange may take: nobody else begins while one hangs
            Duration length = settings.timeout().plus(SPARE);
            lease = leases.acquire("as2/" + settings.name(), length);
            if (lease.isPresent()) {
                Lease held = lease.get();
                due.forEach(kind -> look(kind, () -> leases.renew(held, length)
                        .orElseThrow(() -> new IOException("another node has taken over"))));
            } else {
                due.forEach(this::leftToAnother);
            }
        } catch (StoreUnavailableException e) {
            String reason = "the database is away, so nobody knows which node may look: " + e.getMessage();
            due.forEach(kind -> failed(kind, reason, e));
        } catch (RuntimeException | Error e) {
            due.forEach(kind -> failed(kind, Optional.ofNullable(e.getMessage()).orElse(e.toString()), e));
        } finally {
            lease.ifPresent(this::release);
        }
        return pause();
    }

    private void look(Kind kind, Outgoing.Turn turn) {
        Map<String, String> problems = new HashMap<>();
        try {
            kind.work.look(problems, turn);
            worked(kind, problems);
        } catch (IOException | RuntimeException | Error e) {
            // an error too: thrown further it would end the looking for good
            failed(kind, Optional.ofNullable(e.getMessage()).orElse(e.toString()), e);
        }
    }

    private void release(Lease lease) {
        try {
            leases.release(lease);
        } catch (RuntimeException e) {
            // the look is over, and the next one asks for the lease again
            LOG.warn("a lease could not be given back, it ends by itself partner={}", settings.name(), e);
        }
    }

    private synchronized List<Kind> due() {
        return kinds.stream()
                .filter(kind -> !clock.instant().isBefore(kind.due))
                .toList();
    }

    private synchronized Duration pause() {
        Instant now = clock.instant();
        return kinds.stream()
                .map(kind -> Duration.between(now, kind.due))
                .min(Duration::compareTo)
                .filter(pause -> !pause.isNegative())
                .orElse(Duration.ZERO);
    }

    private synchronized void leftToAnother(Kind kind) {
        kind.due = clock.instant().plus(Backoff.pause(settings.interval(), kind.failures));
    }

    private synchronized void worked(Kind kind, Map<String, String> problems) {
        problems.forEach((file, problem) -> {
            if (!problem.equals(kind.files.get(file))) {
                LOG.warn("problem with a file partner={} file={} problem={}", settings.name(), file, problem);
            }
        });
        lastLook = Optional.of(clock.instant());
        kind.error = Optional.empty();
        kind.files = Map.copyOf(problems);
        kind.failures = 0;
        kind.due = clock.instant().plus(settings.interval());
    }

    private synchronized void failed(Kind kind, String reason, Throwable e) {
        lastLook = Optional.of(clock.instant());
        if (!kind.error.equals(Optional.of(reason))) {
            LOG.warn("AS2 partner cannot be sent to partner={} reason={}", settings.name(), reason, e);
        }
        kind.error = Optional.of(reason);
        kind.failures++;
        kind.due = clock.instant().plus(Backoff.pause(settings.interval(), kind.failures));
    }

    public synchronized Optional<Instant> lastLook() {
        return lastLook;
    }

    /** @return what goes wrong with receipts, documents or both */
    public synchronized Optional<String> error() {
        return kinds.stream()
                .map(kind -> kind.error)
                .flatMap(Optional::stream)
                .distinct()
                .reduce((one, other) -> one + "; " + other);
    }

    public synchronized Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        kinds.forEach(kind -> files.putAll(kind.files));
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
