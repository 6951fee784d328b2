package org.lottrace.recall.internal;

/** Told when notices wait to be sent; a whiteboard inside this bundle, so that cases work while nothing is sent. */
public interface QueuedNotices {
    /** Called after the commit, outside any unit of work; returns at once. Notices that are missed are found later. */
    void noticesQueued();
}
