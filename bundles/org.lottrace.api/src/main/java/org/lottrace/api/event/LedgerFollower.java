package org.lottrace.api.event;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Takes in every event of the ledger, each once and in their order; a whiteboard service. The ledger calls it on a thread of
 * its own, on one node at a time, soon after each commit, and goes on after a restart where it stood: {@link LedgerFollowers}
 * says where that is. What feeds something in memory is an {@link InMemoryFollower}.
 */
@ConsumerType
public interface LedgerFollower {
    /** @return under which its position is kept: 1 to 50 characters that never change */
    String name();

    /** @return how many events it is given at most in one call, so in one transaction; a page must be done within seconds */
    default int pageSize() {
        return 100;
    }

    /**
     * Takes in some events. Called inside a unit of work that saves the position too: both are committed or neither is. May
     * run again after a rollback, so what is to be done outside the database waits in {@code UnitOfWork.afterCommit}. When it
     * throws, the events of the page are given to it one by one, to find the one it cannot take in.
     *
     * @param page 1 or more events, by position
     * @throws RuntimeException if an event cannot be taken in now; its message says to a person why, and what to do
     */
    void follow(List<RecordedEvent> page);

    /**
     * @return attempts after which an event that fails is set aside, to be tried again later while the follower goes on;
     *     empty (the default) when it stops there, because what comes later would be wrong without it
     */
    default OptionalInt setAsideAfter() {
        return OptionalInt.empty();
    }

    /**
     * Which events wait for each other: while one is set aside, those of its lane are set aside behind it and are taken in
     * later in their order. Asked inside a unit of work, only when something fails or is set aside.
     *
     * @return the lane, 1 to 100 characters, such as a receiver; empty (the default) for an event that waits for no other
     */
    default Optional<String> lane(RecordedEvent event) {
        return Optional.empty();
    }

    /** @return how long it waits at most until what failed is tried again; the first time a second, then twice as long each time */
    default Duration longestPause() {
        return Duration.ofMinutes(5);
    }

    /**
     * @return true when it keeps events by itself that it could not take in, and might now, though the ledger has not grown; asked inside a
     *     unit of work
     */
    default boolean hasToTryAgain() {
        return false;
    }

    /**
     * Tries what it keeps by itself once more. Called inside a unit of work, only when it {@link #hasToTryAgain}.
     *
     * @param position of the last event it has taken in
     */
    default void tryAgain(long position) {}
}
