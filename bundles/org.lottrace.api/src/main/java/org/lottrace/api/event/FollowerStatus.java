package org.lottrace.api.event;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a follower has come.
 *
 * @param name of the follower
 * @param state how it does
 * @param position of the last event it has taken in or set aside
 * @param head of the newest event in the ledger
 * @param failure what keeps it from going on; absent when nothing does
 * @param setAside the events that are set aside and tried again, by position; without those that were skipped
 * @param node the node that follows; empty when none does just now, or every node for itself
 */
public record FollowerStatus(
        String name,
        FollowerState state,
        long position,
        long head,
        Optional<FollowerFailure> failure,
        List<SetAsideEvent> setAside,
        String node) {
    public FollowerStatus {
        Objects.requireNonNull(name);
        Objects.requireNonNull(state);
        Objects.requireNonNull(failure);
        setAside = List.copyOf(setAside);
        Objects.requireNonNull(node);
    }

    /** @return how many events it is behind */
    public long lag() {
        return Math.max(0, head - position);
    }
}
