package org.lottrace.ledger.internal.follow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.event.RebuildableFollower;
import org.lottrace.api.event.RecordedEvent;
import org.lottrace.api.event.store.FollowerPosition;
import org.lottrace.api.lease.Lease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A follower whose position is in the database: what it does, its position and the proof that this node still has the lease
 * are one transaction. The lease is taken when there is something to do and not renewed when there is not, so that an idle
 * node writes nothing.
 */
final class SharedSteps implements Steps {
    private static final Logger LOG = LoggerFactory.getLogger(SharedSteps.class);

    /** Far longer than a page takes, and as long as others wait when a node dies. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final LedgerFollower follower;
    private final Surroundings with;
    private final SetAsideEvents aside;
    private Optional<Lease> lease = Optional.empty();

    SharedSteps(LedgerFollower follower, Surroundings with) {
        this.follower = follower;
        this.with = with;
        this.aside = new SetAsideEvents(follower, with);
    }

    static String leaseName(String follower) {
        return "follower/" + follower;
    }

    @Override
    public Look look() {
        return with.unitOfWork().required(() -> {
            FollowerPosition at = with.store().position(follower.name());
            long head = with.ledger().head().position();
            boolean isBehind = at.position() < head;
            List<FollowerFailure> waiting = aside.firstOfEachLane();
            if (!isBehind && waiting.isEmpty()) {
                return Look.quiet(head);
            }
            boolean mayGoOn = isBehind && at.failure().map(with::isDue).orElse(true);
            return Look.behind(mayGoOn || waiting.stream().anyMatch(with::isDue));
        });
    }

    @Override
    public boolean mayWork() {
        boolean isFresh = lease.filter(
                        held -> with.clock().instant().isBefore(held.until().minus(LEASE.dividedBy(2))))
                .isPresent();
        if (!isFresh) {
            lease = lease.flatMap(held -> with.leases().renew(held, LEASE))
                    .or(() -> with.leases().acquire(leaseName(follower.name()), LEASE));
        }
        return lease.isPresent();
    }

    @Override
    public Optional<FollowerFailure> failure() {
        return with.unitOfWork()
                .required(() -> with.store().position(follower.name()))
                .failure();
    }

    @Override
    public long page(int size) {
        return with.unitOfWork().required(() -> {
            FollowerPosition at = with.store().position(follower.name());
            List<RecordedEvent> page = with.ledger().after(at.position(), size);
            if (page.isEmpty()) {
                return 0L;
            }
            List<RecordedEvent> free = aside.withoutWaiting(page);
            if (!free.isEmpty()) {
                follower.follow(free);
            }
            long reached = page.get(page.size() - 1).position();
            with.leases().check(lease.orElseThrow());
            with.store().save(at.movedTo(reached));
            return reached;
        });
    }

    @Override
    public boolean failed(RuntimeException why) {
        return with.unitOfWork().required(() -> {
            FollowerPosition at = with.store().position(follower.name());
            RecordedEvent event = with.ledger().after(at.position(), 1).get(0);
            FollowerFailure failure = with.again(at.failure(), event.position(), follower.longestPause(), why);
            boolean isSetAside = follower.setAsideAfter().isPresent()
                    && failure.attempts() >= follower.setAsideAfter().getAsInt();
            with.leases().check(lease.orElseThrow());
            if (isSetAside) {
                aside.add(event, failure);
                with.store().save(at.movedTo(event.position()));
            } else {
                with.store().save(at.failing(failure));
            }
            with.unitOfWork().afterCommit(() -> log(event, failure, isSetAside, why));
            return isSetAside;
        });
    }

    private void log(RecordedEvent event, FollowerFailure failure, boolean isSetAside, RuntimeException why) {
        if (isSetAside) {
            LOG.error(
                    "event is set aside and tried again later, the follower goes on follower={} position={} event={}",
                    follower.name(),
                    event.position(),
                    event.event().id(),
                    why);
        } else if (failure.attempts() == 1) {
            LOG.error(
                    "follower stands before an event it cannot take in, it tries again follower={} position={} event={}",
                    follower.name(),
                    event.position(),
                    event.event().id(),
                    why);
        }
    }

    @Override
    public void retrySetAside() {
        aside.retryDue(lease.orElseThrow());
        try {
            with.unitOfWork().run(this::tryAgain);
        } catch (RuntimeException e) {
            if (Surroundings.isNoFaultOfAnEvent(e)) {
                throw e;
            }
            // it is tried again next time, and nothing else waits for it
            LOG.error("what a follower keeps by itself cannot be tried again now follower={}", follower.name(), e);
        }
    }

    private void tryAgain() {
        if (follower.hasToTryAgain()) {
            follower.tryAgain(with.store().position(follower.name()).position());
            with.leases().check(lease.orElseThrow());
        }
    }

    @Override
    public boolean retrySetAside(long position) {
        seize();
        return aside.retry(position, lease.orElseThrow());
    }

    @Override
    public void rebuild() {
        seize();
        with.unitOfWork().run(() -> {
            ((RebuildableFollower) follower).reset();
            aside.forget();
            with.store()
                    .save(new FollowerPosition(
                            follower.name(), 0, with.ledger().head().position(), Optional.empty()));
            with.leases().check(lease.orElseThrow());
        });
        LOG.warn("follower begins again before the first event follower={}", follower.name());
    }

    private void seize() {
        lease = Optional.of(with.leases().seize(leaseName(follower.name()), LEASE));
    }

    @Override
    public void release() {
        lease.ifPresent(with.leases()::release);
        lease = Optional.empty();
    }

    @Override
    public FollowerStatus status(Optional<FollowerFailure> trouble) {
        return Statuses.of(follower.name(), with, trouble);
    }
}
