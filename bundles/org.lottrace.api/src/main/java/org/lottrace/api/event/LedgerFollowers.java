package org.lottrace.api.event;

import java.time.Duration;
import java.util.List;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operation;
import org.lottrace.api.operation.Repeat;
import org.lottrace.api.operation.Role;
import org.lottrace.api.violation.Reason;
import org.lottrace.api.violation.Violation;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What follows the ledger, how far it is, and what a person can do about it.
 *
 * <p>A follower that fails is tried again with growing pauses. After some attempts at the same event it stops there, or sets
 * the event aside and goes on: it says which ({@link LedgerFollower#setAsideAfter}). While the database cannot be reached no
 * event counts as failed. A follower whose position is in the database works on one node at a time, the one that holds its
 * lease; a node that lost the lease cannot save what it did.
 */
@ProviderType
public interface LedgerFollowers {
    /** @return every follower that is here or has a position in the database, by name */
    @Operation(name = "follower.list")
    List<FollowerStatus> all();

    /**
     * @return how the follower does now
     * @throws IllegalArgumentException if there is none of that name
     */
    @Operation(name = "follower.status")
    FollowerStatus status(String name);

    /**
     * Lets a follower take in what is committed, at once even after a failure, and waits for it. It works on its own thread
     * and in its own transactions, so what the caller has not committed is not in it; when another node follows, this one
     * waits for it. Does not wait for a follower that is being rebuilt.
     *
     * @param patience how long to wait at most
     * @return how far it is; its head is that of the moment of the question, so {@code lag() == 0} means that it is complete
     * @throws IllegalArgumentException if there is none of that name on this node
     * @throws org.lottrace.api.transaction.StoreUnavailableException if the database cannot be reached
     */
    FollowerStatus catchUp(String name, Duration patience);

    /**
     * Tries an event again now: the one at which the follower stands, or one that is set aside, with those of its lane.
     *
     * @return empty when it was taken in; {@code FOLLOWER_UNKNOWN}, {@code EVENT_NOT_WAITING} or {@code EVENT_FAILS}
     */
    @Operation(
            name = "follower.retry",
            roles = Role.ADMINISTRATOR,
            repeat = Repeat.SAME_STATE,
            refusals = {"FOLLOWER_UNKNOWN", "EVENT_NOT_WAITING", "EVENT_FAILS"})
    List<Violation> retry(String name, long position);

    /**
     * Decides that the follower does without an event that is set aside. The decision is kept.
     *
     * @param caller who decides
     * @param reason why, not blank
     * @return empty when done; {@code FOLLOWER_UNKNOWN}, {@code REASON_MISSING}, or {@code EVENT_NOT_WAITING}, also for the
     *     event at which a follower has stopped: that one cannot be skipped
     */
    @Operation(
            name = "follower.skip",
            roles = Role.ADMINISTRATOR,
            repeat = Repeat.SAME_STATE,
            refusals = {"FOLLOWER_UNKNOWN", Reason.MISSING, Reason.TOO_LONG, "EVENT_NOT_WAITING"})
    List<Violation> skip(Caller caller, String name, long position, String reason);

    /** @return the events the follower does without, by position */
    @Operation(name = "follower.list-skipped")
    List<SetAsideEvent> skipped(String name);

    /**
     * Throws away what a follower has made of the ledger and begins again before the first event. Returns when the old is
     * gone; the new comes page by page, and until it has come to where the ledger is now the follower is
     * {@link FollowerState#REBUILDING}.
     *
     * @return empty when it has begun; {@code FOLLOWER_UNKNOWN} or {@code FOLLOWER_NOT_REBUILDABLE}
     */
    @Operation(
            name = "follower.rebuild",
            roles = Role.ADMINISTRATOR,
            repeat = Repeat.EACH_TIME,
            refusals = {"FOLLOWER_UNKNOWN", "FOLLOWER_NOT_REBUILDABLE"})
    List<Violation> rebuild(String name);
}
