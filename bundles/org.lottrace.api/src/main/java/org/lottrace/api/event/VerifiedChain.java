package org.lottrace.api.event;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a node has verified the hash chain since it started. It remembers hashes of the events up to there outside the
 * database: whoever changes what was verified, and computes every hash behind it anew, contradicts what the node remembers.
 *
 * @param position the content of every event up to it fitted its hash; 0 when nothing was verified yet
 * @param hash of the event at that position; 64 zeros for position 0
 * @param at when the last of these events was verified
 * @param since none of these events was verified last before that time: the begin of the last complete pass
 * @param broken the first position that is known to be changed or missing, or from which on events are not those that were
 *     verified; absent when none is known
 */
public record VerifiedChain(long position, String hash, Instant at, Instant since, Optional<Long> broken) {
    public VerifiedChain {
        Objects.requireNonNull(hash);
        Objects.requireNonNull(at);
        Objects.requireNonNull(since);
        Objects.requireNonNull(broken);
    }
}
