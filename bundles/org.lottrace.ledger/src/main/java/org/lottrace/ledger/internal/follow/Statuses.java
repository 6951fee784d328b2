package org.lottrace.ledger.internal.follow;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerState;
import org.lottrace.api.event.FollowerStatus;
import org.lottrace.api.event.SetAsideEvent;
import org.lottrace.api.event.store.FollowerPosition;
import org.lottrace.api.lease.Lease;

/** How followers do, from what the database says. */
final class Statuses {
    /** Five attempts take about half a minute: what has not gone away by then is a person's business. */
    private static final int ATTEMPTS_UNTIL_STOPPED = 5;

    private Statuses() {}

    static FollowerStatus of(String name, Surroundings with, Optional<FollowerFailure> trouble) {
        return with.unitOfWork().required(() -> {
            FollowerPosition at = with.store().position(name);
            List<SetAsideEvent> aside = with.store().allSetAside(name).stream()
                    .filter(event -> event.skipped().isEmpty())
                    .toList();
            return new FollowerStatus(
                    name,
                    state(at, trouble),
                    at.position(),
                    with.ledger().head().position(),
                    at.failure().or(() -> trouble),
                    aside,
                    with.leases()
                            .holder(SharedSteps.leaseName(name))
                            .map(Lease::owner)
                            .orElse(""));
        });
    }

    static FollowerState state(Optional<FollowerFailure> failure) {
        return failure.map(failed ->
                        failed.attempts() < ATTEMPTS_UNTIL_STOPPED ? FollowerState.RETRYING : FollowerState.STOPPED)
                .orElse(FollowerState.RUNNING);
    }

    private static FollowerState state(FollowerPosition at, Optional<FollowerFailure> trouble) {
        if (at.failure().isEmpty() && at.rebuildingTo() > 0) {
            return FollowerState.REBUILDING;
        }
        return at.failure().isEmpty() && trouble.isPresent() ? FollowerState.RETRYING : state(at.failure());
    }
}
