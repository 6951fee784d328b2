package org.lottrace.api.event;

import java.util.Objects;

/**
 * Where another append-only chain of records stood when the event was recorded: whoever holds the ledger's hash can tell
 * that nothing before it was changed or taken away there either.
 *
 * @param chain its name: recall facts, journal, interchanges, audit log; 1 to 50 characters
 * @param length how many records it had
 * @param hash hash of the newest of them, in lower-case hexadecimal
 */
public record ChainAnchor(String chain, long length, String hash) {
    /** @throws IllegalArgumentException if the chain has no name or a negative length */
    public ChainAnchor {
        Objects.requireNonNull(hash);
        if (chain.isBlank() || chain.length() > 50 || length < 0) {
            throw new IllegalArgumentException(
                    "an anchor names its chain and its length, not \"" + chain + "\" " + length);
        }
    }
}
