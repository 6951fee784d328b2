package org.lottrace.ledger.internal.follow;

/** Who wants to know that the ledger has grown. */
public interface LedgerGrowth {
    /** Call it after each commit that appended an event: it waits for nothing. */
    void ledgerGrew();
}
