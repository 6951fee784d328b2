package org.lottrace.health.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.LedgerFollowers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whatever follows the ledger may be behind for a moment, and for longer while it catches up; a warning when an event stops
 * it or is set aside, while one fills the memory of this node, and when it is behind and has not moved for a while.
 */
@Component(
        service = HealthCheck.class,
        configurationPid = HealthConfig.PID,
        property = {
            HealthCheck.NAME + "=followers",
            HealthCheck.TAGS + "=lottrace",
            HealthCheck.TAGS + "=" + FelixHealth.ASKS_DATABASE
        })
public final class FollowersCheck implements HealthCheck {
    private final LedgerFollowers followers;
    private final Duration patience;
    private final Clock clock;
    private final Map<String, Standstill> standstills = new ConcurrentHashMap<>();

    @Activate
    public FollowersCheck(@Reference LedgerFollowers followers, @Reference Clock clock, HealthConfig config) {
        this(followers, Duration.ofSeconds(config.follower_patience_seconds()), clock);
    }

    /** For tests. */
    FollowersCheck(LedgerFollowers followers, Duration patience, Clock clock) {
        this.followers = followers;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        followers.all().forEach(follower -> {
            checkProgress(follower, log);
            checkSetAside(follower, log);
        });
        return new Result(log);
    }

    private void checkProgress(FollowerStatus follower, FormattingResultLog log) {
        boolean stands = stands(follower);
        if (follower.state() == FollowerState.STOPPED && follower.failure().isPresent()) {
            FollowerFailure failure = follower.failure().get();
            log.warn(
                    "{} has stopped before position {}, behind by {} events: {}. Put that right; it is tried again by"
                            + " itself, or at once with lottrace:follower {} --retry {}",
                    follower.name(),
                    failure.position(),
                    follower.lag(),
                    failure.reason(),
                    follower.name(),
                    failure.position());
        } else if (stands) {
            log.warn(
                    "{} stands at position {} of {} and does not move{}; see log:display on the node that follows it",
                    follower.name(),
                    follower.position(),
                    follower.head(),
                    follower.failure().map(failure -> ": " + failure.reason()).orElse(""));
        } else if (follower.state() == FollowerState.CATCHING_UP) {
            log.warn(
                    "{} is catching up, {} of {} events; until then questions to it wait or take long",
                    follower.name(),
                    follower.position(),
                    follower.head());
        } else if (follower.state() == FollowerState.REBUILDING) {
            log.info("{} is being rebuilt, position {} of {}", follower.name(), follower.position(), follower.head());
        } else if (follower.lag() > 0) {
            log.info("{} catches up, behind by {} events", follower.name(), follower.lag());
        } else {
            log.info("{} is at the end of the ledger, position {}", follower.name(), follower.position());
        }
    }

    private void checkSetAside(FollowerStatus follower, FormattingResultLog log) {
        follower.setAside().stream()
                .findFirst()
                .ifPresent(first -> log.warn(
                        "{} has set aside events: {}; the first at position {}: {}. Put that right, then they are tried again by"
                                + " themselves; see lottrace:follower {}",
                        follower.name(),
                        follower.setAside().size(),
                        first.position(),
                        first.failure().reason(),
                        follower.name()));
    }

    private boolean stands(FollowerStatus follower) {
        if (follower.lag() == 0) {
            standstills.remove(follower.name());
            return false;
        }
        Standstill here = standstills.compute(
                follower.name(),
                (name, known) -> known != null && known.position == follower.position()
                        ? known
                        : new Standstill(follower.position(), clock.instant()));
        return clock.instant().isAfter(here.since.plus(patience));
    }

    /** A follower that was seen behind, at this position, for the first time then. */
    private record Standstill(long position, Instant since) {}
}
