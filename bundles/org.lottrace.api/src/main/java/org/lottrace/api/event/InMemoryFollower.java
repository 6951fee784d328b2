package org.lottrace.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A follower that feeds something in memory, and so has its position there too. Every node feeds its own, outside any unit of
 * work; an event that fails is never set aside.
 */
@ConsumerType
public interface InMemoryFollower extends LedgerFollower {
    /**
     * Asked on the thread that feeds it, before each page; the first time it may load what it kept.
     *
     * @return position of the last event it has taken in
     */
    long position();
}
