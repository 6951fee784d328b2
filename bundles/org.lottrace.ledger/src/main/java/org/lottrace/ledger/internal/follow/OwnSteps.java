package org.lottrace.ledger.internal.follow;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.InMemoryFollower;
import org.lottrace.api.event.RebuildableFollower;
import org.lottrace.api.event.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A follower that keeps its position itself, on every node: no lease, nothing in the database. */
final class OwnSteps implements Steps {
    private static final Logger LOG = LoggerFactory.getLogger(OwnSteps.class);

    private final InMemoryFollower follower;
    private final Surroundings with;
    private volatile long known;
    /** Head of the ledger when it began; until it has come so far, it catches up. */
    private volatile Optional<Long> begunAt = Optional.empty();

    private volatile Optional<FollowerFailure> failure = Optional.empty();

    OwnSteps(InMemoryFollower follower, Surroundings with) {
        this.follower = follower;
        this.with = with;
    }

    @Override
    public Look look() {
        long head = with.head();
        begin(head);
        return known < head ? Look.behind(failure.map(with::isDue).orElse(true)) : Look.quiet(head);
    }

    @Override
    public boolean mayWork() {
        return true;
    }

    @Override
    public Optional<FollowerFailure> failure() {
        return failure;
    }

    @Override
    public long page(int size) {
        if (begunAt.isEmpty()) {
            begin(with.head());
        }
        long before = follower.position();
        known = before;
        List<RecordedEvent> page =
                with.unitOfWork().required(() -> with.ledger().after(before, size));
        if (page.isEmpty()) {
            return 0;
        }
        try {
            follower.follow(page);
            failure = Optional.empty();
        } finally {
            known = follower.position();
        }
        return page.get(page.size() - 1).position();
    }

    @Override
    public boolean failed(RuntimeException why) {
        failure = Optional.of(with.again(failure, known + 1, follower.longestPause(), why));
        if (failure.get().attempts() == 1) {
            LOG.error(
                    "follower stands before an event it cannot take in, it tries again follower={} position={}",
                    follower.name(),
                    known + 1,
                    why);
        }
        return false;
    }

    @Override
    public void retrySetAside() {
        // it sets nothing aside
    }

    @Override
    public boolean retrySetAside(long position) {
        return false;
    }

    @Override
    public void rebuild() {
        ((RebuildableFollower) follower).reset();
        known = follower.position();
        begunAt = Optional.empty();
        failure = Optional.empty();
    }

    @Override
    public void release() {
        // nobody else waits for it
    }

    @Override
    public FollowerStatus status(Optional<FollowerFailure> trouble) {
        long head = with.head();
        Optional<FollowerFailure> obstacle = failure.or(() -> trouble);
        boolean isBehindItsBegin = known < begunAt.orElse(head);
        return new FollowerStatus(
                follower.name(),
                obstacle.isEmpty() && isBehindItsBegin ? FollowerState.CATCHING_UP : Statuses.state(obstacle),
                known,
                head,
                obstacle,
                List.of(),
                "");
    }

    private void begin(long head) {
        if (begunAt.isEmpty()) {
            begunAt = Optional.of(head);
        }
    }
}
