package org.lottrace.api.seal.store;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.ChainAnchor;
import org.lottrace.api.seal.Tampering;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Port to the seals. Every method joins the caller's unit of work or opens one. */
@ProviderType
public interface SealStore {
    /** @return at most {@code most} seals without a place in the chain whose id is greater than {@code after}, by id */
    List<Seal> unchained(long after, int most);

    /**
     * Seals events, so that it can be told what of an event was changed when its hash does not fit any more; the hash is what
     * proves it. For events whose hashes were verified.
     *
     * @param after position of the last event that is sealed already
     * @param upTo at most up to this event
     */
    @Writes
    void sealEvents(long after, long upTo);

    /** @return position of the newest event that is sealed, 0 when none is */
    long lastSealedEvent();

    /** Gives seals their places. Refused, as a race, when a place is taken or a seal has one. */
    @Writes
    void chain(List<ChainedSeal> seals);

    /** @return the newest of the chain, or empty */
    Optional<ChainedSeal> last();

    /** @return at most {@code most} seals of the chain after {@code position}, by position */
    List<ChainedSeal> after(long position, int most);

    /**
     * @param chain name of the chain of seals
     * @return anchors of that chain that events hold and the chain has no seal for, at most {@code most}, by the position of
     *     their event
     */
    List<ChainAnchor> without(String chain, int most);

    /**
     * Compares records with their newest seals.
     *
     * @param afterId seals up to this id are passed over; 0 for none
     * @param seals how many seals are looked at
     */
    Compared compare(long afterId, int seals);

    /** @return records that have rows and no seal, at most {@code most}; events get theirs later, and have their hashes */
    List<Tampering> unsealed(int most);

    /** @return rows that are derived from events or from the journal and do not fit them, at most {@code most} */
    List<Tampering> notDerived(int most);

    /**
     * @param lastId of the seals that were looked at; empty when there was none left
     * @param found what does not fit
     */
    record Compared(Optional<Long> lastId, List<Tampering> found) {
        public Compared {
            found = List.copyOf(found);
        }
    }
}
