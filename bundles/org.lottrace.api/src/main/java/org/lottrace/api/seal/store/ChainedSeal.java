package org.lottrace.api.seal.store;

import java.util.Objects;

/**
 * A seal in its place of the chain.
 *
 * @param position 1 for the first
 * @param seal the seal
 * @param hash over the seal and the hash before it, in lower-case hexadecimal
 */
public record ChainedSeal(long position, Seal seal, String hash) {
    public ChainedSeal {
        Objects.requireNonNull(seal);
        Objects.requireNonNull(hash);
    }
}
