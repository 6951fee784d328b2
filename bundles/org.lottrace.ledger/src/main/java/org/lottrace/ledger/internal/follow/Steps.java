package org.lottrace.ledger.internal.follow;

import java.util.Optional;
import org.lottrace.api.event.FollowerFailure;
import org.lottrace.api.event.FollowerStatus;

/** The steps in which a follower takes in the ledger. Only the follower's own thread takes them; anybody may ask for the status. */
interface Steps {
    /** @return what there is to do */
    Look look();

    /** @return whether this node may work now; takes or renews the lease where there is one */
    boolean mayWork();

    /** @return why it could not take in the event it stands before, when it was tried last */
    Optional<FollowerFailure> failure();

    /**
     * Takes in the next events.
     *
     * @return position of the last one; 0 when there was none
     * @throws RuntimeException if it cannot; nothing has changed
     */
    long page(int size);

    /**
     * The next event alone could not be taken in.
     *
     * @return whether it was set aside, so that the follower goes on
     */
    boolean failed(RuntimeException why);

    /** Tries again what is set aside and due. */
    void retrySetAside();

    /**
     * Takes in an event that is set aside, with those of its lane, whether it is due or not.
     *
     * @return false when that event is not set aside
     */
    boolean retrySetAside(long position);

    /** Begins again before the first event. */
    void rebuild();

    /** Lets other nodes follow. */
    void release();

    /** @param trouble what keeps it from working at all, if anything does */
    FollowerStatus status(Optional<FollowerFailure> trouble);

    /**
     * What a look at the ledger shows.
     *
     * @param isDue something is to be done now
     * @param quietAt head of the ledger until which nothing is to be done any more; -1 when something is
     */
    record Look(boolean isDue, long quietAt) {
        static Look behind(boolean isDue) {
            return new Look(isDue, -1);
        }

        static Look quiet(long head) {
            return new Look(false, head);
        }
    }
}
