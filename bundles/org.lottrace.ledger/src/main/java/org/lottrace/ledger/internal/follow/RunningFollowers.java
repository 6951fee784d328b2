package org.lottrace.ledger.internal.follow;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lottrace.api.event.LedgerFollower;
import org.lottrace.api.violation.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The followers that are here now, each with its run: those that come are taken up, those that go are let go. */
final class RunningFollowers {
    private static final Logger LOG = LoggerFactory.getLogger(RunningFollowers.class);

    private final Surroundings with;
    private final Supplier<List<LedgerFollower>> followers;
    private final Map<String, FollowerRun> runs = new ConcurrentHashMap<>();

    RunningFollowers(Surroundings with, Supplier<List<LedgerFollower>> followers) {
        this.with = with;
        this.followers = followers;
    }

    static Violation unknown(String name) {
        return new Violation(
                "FOLLOWER_UNKNOWN",
                "name",
                "there is no follower " + name + " on this node: take one from the list of followers. Stock and"
                        + " lots are projections, not followers: rebuild the projection of that name");
    }

    synchronized void refresh() {
        List<LedgerFollower> present = followers.get();
        runs.values().removeIf(run -> {
            boolean isGone = present.stream().noneMatch(follower -> follower == run.follower());
            if (isGone) {
                run.stop();
            }
            return isGone;
        });
        for (LedgerFollower follower : present) {
            FollowerRun run = runs.computeIfAbsent(follower.name(), name -> new FollowerRun(follower, with));
            if (run.follower() != follower) {
                LOG.error("two followers have the same name, the second is not run follower={}", follower.name());
            }
        }
    }

    void each(Consumer<FollowerRun> work) {
        runs.values().forEach(work);
    }

    Collection<String> names() {
        return runs.keySet();
    }

    Optional<FollowerRun> here(String name) {
        if (!runs.containsKey(name)) {
            refresh();
        }
        return Optional.ofNullable(runs.get(name));
    }

    void stop(Duration patience) throws InterruptedException {
        runs.values().forEach(FollowerRun::stop);
        for (FollowerRun run : runs.values()) {
            if (!run.awaitStopped(patience)) {
                LOG.warn(
                        "follower does not come to an end follower={}",
                        run.follower().name());
            }
        }
    }
}
