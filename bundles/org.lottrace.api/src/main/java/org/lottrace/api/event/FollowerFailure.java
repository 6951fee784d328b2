package org.lottrace.api.event;

import java.time.Instant;
import java.util.Objects;

/**
 * What keeps a follower from going on.
 *
 * @param position of the event that it cannot take in; 0 when no event is to blame
 * @param attempts how often it was tried, 1 or more
 * @param since when it failed for the first time
 * @param next when it is tried again by itself, at the earliest
 * @param reason what the follower said
 */
public record FollowerFailure(long position, int attempts, Instant since, Instant next, String reason) {
    public FollowerFailure {
        Objects.requireNonNull(since);
        Objects.requireNonNull(next);
        Objects.requireNonNull(reason);
    }
}
