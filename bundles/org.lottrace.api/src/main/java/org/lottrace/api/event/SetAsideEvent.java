package org.lottrace.api.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * An event that a follower could not take in while it went on.
 *
 * @param lane those events of it that came later wait behind it; absent when nothing waits
 * @param failure its position, what happened and when it is tried again; of one that waits behind another: 0 attempts
 * @param skipped who decided that the follower does without it; absent as long as it is tried again
 */
public record SetAsideEvent(Optional<String> lane, FollowerFailure failure, Optional<Skipped> skipped) {
    public SetAsideEvent {
        Objects.requireNonNull(lane);
        Objects.requireNonNull(failure);
        Objects.requireNonNull(skipped);
    }

    /** @return where the event stands in the ledger */
    public long position() {
        return failure.position();
    }

    /**
     * A decision that an event is not taken in.
     *
     * @param by who decided
     * @param reason why
     * @param at when
     */
    public record Skipped(String by, String reason, Instant at) {
        public Skipped {
            Objects.requireNonNull(by);
            Objects.requireNonNull(reason);
            Objects.requireNonNull(at);
        }
    }
}
