package org.lottrace.recall.internal;

/**
 * A version of the scope of an open case.
 *
 * @param step which says it
 * @param isLive whether lots are blocked for it
 * @param position of the newest event that it knows
 * @param reach what a later event has to do with it
 */
record WatchedScope(int step, boolean isLive, long position, ScopeReach reach) {}
