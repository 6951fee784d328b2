package org.lottrace.ledger.internal.follow;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lottrace.api.event.RebuildableFollower;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.SetAsideEvent.Skipped;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person can do about a follower that does not go on by itself: try an event again, skip it, or begin anew. */
final class Remedies {
    private static final Logger LOG = LoggerFactory.getLogger(Remedies.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Surroundings with;
    private final RunningFollowers runs;

    Remedies(Surroundings with, RunningFollowers runs) {
        this.with = with;
        this.runs = runs;
    }

    List<Violation> retry(String name, long position) {
        Optional<FollowerRun> run = runs.here(name);
        if (run.isEmpty()) {
            return List.of(RunningFollowers.unknown(name));
        }
        if (!run.get().retrySetAside(position)) {
            boolean standsThere = run.get()
                    .status()
                    .failure()
                    .filter(failure -> failure.position() == position)
                    .isPresent();
            if (!standsThere) {
                return List.of(notWaiting(name, position));
            }
            run.get().now(PATIENCE);
        }
        return Stream.concat(
                        run.get().status().failure().stream(),
                        run.get().status().setAside().stream().map(SetAsideEvent::failure))
                .filter(failure -> failure.position() == position)
                .map(failure -> new Violation("EVENT_FAILS", "position", failure.reason()))
                .toList();
    }

    List<Violation> skip(Caller caller, String name, long position, String reason) {
        List<Violation> problems = Reason.problems(reason, "say why the follower can do without the event; it is kept");
        if (!problems.isEmpty()) {
            return problems;
        }
        return with.unitOfWork().required(() -> {
            Optional<SetAsideEvent> waiting = with.store()
                    .lockSetAside(name, position)
                    .filter(event -> event.skipped().isEmpty());
            if (waiting.isEmpty()) {
                return List.of(notWaiting(name, position));
            }
            Skipped skipped =
                    new Skipped(caller.name(), reason, with.clock().instant().truncatedTo(ChronoUnit.MICROS));
            with.store()
                    .saveSetAside(
                            name,
                            new SetAsideEvent(
                                    waiting.get().lane(), waiting.get().failure(), Optional.of(skipped)));
            LOG.warn("event is skipped follower={} position={} by={} reason={}", name, position, caller.name(), reason);
            return List.of();
        });
    }

    List<SetAsideEvent> skipped(String name) {
        return with.unitOfWork().required(() -> with.store().allSetAside(name)).stream()
                .filter(event -> event.skipped().isPresent())
                .toList();
    }

    List<Violation> rebuild(String name) {
        Optional<FollowerRun> run = runs.here(name);
        if (run.isEmpty()) {
            return List.of(RunningFollowers.unknown(name));
        }
        if (!(run.get().follower() instanceof RebuildableFollower)) {
            return List.of(new Violation(
                    "FOLLOWER_NOT_REBUILDABLE",
                    "name",
                    "follower " + name + " cannot begin again: what it did is not only in its own tables"));
        }
        run.get().rebuild();
        return List.of();
    }

    private static Violation notWaiting(String name, long position) {
        return new Violation(
                "EVENT_NOT_WAITING",
                "position",
                "follower " + name + " has not set aside the event at position " + position
                        + ": look at the list of followers. One it has stopped at cannot be skipped: put right what it says");
    }
}
