package org.lottrace.api.event;

/** How a follower does. */
public enum FollowerState {
    /** It follows, or has nothing to do. */
    RUNNING,
    /** Something failed and is tried again soon. */
    RETRYING,
    /** The same event failed again and again. It is still tried from time to time, but a person should look. */
    STOPPED,
    /** It began again before the first event and has not come back yet to where the ledger was then. */
    REBUILDING,
    /** What it feeds in memory has not come yet to where the ledger was when this node began with it. Until then questions wait. */
    CATCHING_UP
}
