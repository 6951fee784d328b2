package org.lottrace.api.event.store;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.event.FollowerFailure;

/**
 * Where a follower stands.
 *
 * @param name of the follower, 1 to 50 characters
 * @param position of the last event it has taken in or set aside; 0 before the first
 * @param rebuildingTo position that a rebuild has to reach; 0 when there is none
 * @param failure at the event after the position; absent when it was not tried or did not fail
 */
public record FollowerPosition(String name, long position, long rebuildingTo, Optional<FollowerFailure> failure) {
    public FollowerPosition {
        Objects.requireNonNull(name);
        Objects.requireNonNull(failure);
    }

    /** @return of a follower before the first event */
    public static FollowerPosition start(String name) {
        return new FollowerPosition(name, 0, 0, Optional.empty());
    }

    /** @return after everything up to that position was taken in; a failure is over */
    public FollowerPosition movedTo(long newPosition) {
        return new FollowerPosition(
                name, newPosition, newPosition >= rebuildingTo ? 0 : rebuildingTo, Optional.empty());
    }

    /** @return at the same place, with that failure */
    public FollowerPosition failing(FollowerFailure newFailure) {
        return new FollowerPosition(name, position, rebuildingTo, Optional.of(newFailure));
    }
}
