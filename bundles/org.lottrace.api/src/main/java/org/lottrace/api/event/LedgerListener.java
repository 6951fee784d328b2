package org.lottrace.api.event;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Told after the commit that the ledger has grown; a whiteboard service. What feeds on the ledger keeps its own position
 * and reads everything after it, so a missed call only delays it.
 */
@ConsumerType
public interface LedgerListener {
    /**
     * Called outside any transaction, on the thread that appended, once for each committed unit of work. May be called
     * twice for the same head. An exception is logged by the ledger and stops no other listener.
     *
     * @param head position of the newest event that is committed
     */
    void ledgerGrew(long head);
}
