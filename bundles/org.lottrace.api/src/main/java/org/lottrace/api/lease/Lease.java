package org.lottrace.api.lease;

import java.time.Instant;
import java.util.Objects;

/**
 * The right to do something alone for a while.
 *
 * @param name of the work, 1 to 100 characters, such as {@code follower/cost}
 * @param owner the node that has it, for people; 1 to 200 characters
 * @param token grows with each new holder: what the holder proves itself with
 * @param until when others may take it
 */
public record Lease(String name, String owner, long token, Instant until) {
    public Lease {
        Objects.requireNonNull(name);
        Objects.requireNonNull(owner);
        Objects.requireNonNull(until);
    }
}
