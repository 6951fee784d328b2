package org.lottrace.api.lot.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LotNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.transaction.StaleWriteException;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Lots. */
@ProviderType
public interface LotStore {
    /**
     * Inserts lots that were not there when this unit of work looked for them under the lock of their items.
     *
     * @throws StaleWriteException if one is there now: the unit of work is run again and sees it
     */
    @Writes
    void insert(Lot... lots);

    /** @return the lot, or empty */
    Optional<Lot> find(LotKey key);

    /** @return those of the keys whose lots are registered: once it is, a lot stays so */
    Set<LotKey> known(Collection<LotKey> keys);

    /** @return the lots with those keys, by key; a key that is unknown is left out */
    default List<Lot> withKeys(Collection<LotKey> keys) {
        return keys.stream()
                .distinct()
                .sorted()
                .map(this::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Writes what is known of a lot now, under its key.
     *
     * @throws IllegalArgumentException if there is no lot with that key
     */
    @Writes
    void update(Lot lot);

    /** @return for each reference the lots that it fits, by key */
    Map<LotReference, List<Lot>> fitting(Collection<LotReference> references);

    /** @return the lots that the reference fits, by key */
    default List<Lot> fitting(LotReference reference) {
        return fitting(List.of(reference)).get(reference);
    }

    /** @return for each number the lots with it, or with it as the corrected one, of whichever item and issuer, by key */
    Map<LotNumber, List<Lot>> withNumbers(Collection<LotNumber> numbers);

    /**
     * @param after a lot of the item, known or not; empty to begin with the first
     * @return at most {@code limit} lots of the item after that one, by expiry, those without one last, then by key
     */
    List<Lot> ofItem(ItemNumber item, Optional<LotKey> after, int limit);

    /** @return the lots whose numbers that party gave, by key */
    List<LotKey> issuedBy(PartyId issuer);

    /** @return the lots of the item that do not expire before that day, or never, by key */
    List<LotKey> notExpiredOn(LocalDate day, ItemNumber item);

    /**
     * @param at the own site that made them; empty for lots of any origin, received ones included
     * @param from first production date
     * @param to last production date; a lot without one is only among them when neither is given
     * @return the lots of the item that were made there and then, by key
     */
    List<LotKey> made(ItemNumber item, Optional<SiteId> at, Optional<LocalDate> from, Optional<LocalDate> to);

    /**
     * @param from the first moment
     * @param to the moment after the last
     * @return the lots of the item whose production date does not tell when they came, because they were received or have none,
     *     and that moved meanwhile; by key
     */
    List<LotKey> undatedMoved(ItemNumber item, Instant from, Instant to);

    /**
     * @param random says with which lot to begin
     * @return at most {@code limit} lots of the item that ever moved, in the order in which they were registered, and from the
     *     beginning again behind the last one
     */
    List<LotKey> someMoved(ItemNumber item, Random random, int limit);

    /** @return at most {@code limit} lots after that key, or from the beginning with an empty one; by key */
    List<Lot> after(Optional<LotKey> key, int limit);
}
