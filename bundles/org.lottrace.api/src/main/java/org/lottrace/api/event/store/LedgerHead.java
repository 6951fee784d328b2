package org.lottrace.api.event.store;

import java.util.Objects;

/**
 * The end of the ledger.
 *
 * @param position of the newest event, 0 when there is none
 * @param hash of the newest event; 64 zeros when there is none
 */
public record LedgerHead(long position, String hash) {
    /** The head of an empty ledger. */
    public static final LedgerHead EMPTY = new LedgerHead(0, "0".repeat(64));

    public LedgerHead {
        Objects.requireNonNull(hash);
    }
}
