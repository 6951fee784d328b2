package org.lottrace.api.movement.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.Sscc;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.movement.ExpectedReceipt;
import org.lottrace.api.partner.ShipNoticeId;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Expected receipts with their ship notices. */
@ProviderType
public interface ExpectedReceiptStore {
    /**
     * Inserts the expected receipt of a new notice.
     *
     * @throws org.lottrace.api.transaction.StaleWriteException if somebody else has inserted one with its notice meanwhile
     */
    @Writes
    void insert(ExpectedReceipt receipt);

    /** Inserts the expected receipt, or replaces the one with its notice. */
    @Writes
    void save(ExpectedReceipt receipt);

    /** @return the expected receipt, or empty */
    Optional<ExpectedReceipt> find(ShipNoticeId id);

    /** As {@link #find}, and locks it until the end of the unit of work. */
    @Writes
    Optional<ExpectedReceipt> lock(ShipNoticeId id);

    /**
     * As {@link #lock}, but of its lines only some are in memory: both lists are {@link org.lottrace.api.partner.LongList}s, whose
     * elements are read when they are asked for. For comparing, within the unit of work and before anything of it is saved.
     */
    @Writes
    Optional<ExpectedReceipt> lockInParts(ShipNoticeId id);

    /**
     * @param after a notice, open or not; empty to begin with the first
     * @return at most {@code limit} of those with something still to come after that one, by ship date, sender and number
     * @throws IllegalArgumentException if there is no notice {@code after}
     */
    List<ExpectedReceipt> open(Optional<ShipNoticeId> after, int limit);

    /**
     * @param after a notice of the sender; empty to begin with the latest
     * @return at most {@code limit} notices of the sender behind that one, open or not, the latest ship date first, then by number
     * @throws IllegalArgumentException if the sender has no notice {@code after}
     */
    List<ExpectedReceipt> ofSender(PartyId sender, Optional<ShipNoticeId> after, int limit);

    /**
     * @param from first ship date
     * @param through last ship date
     * @return as {@link #ofSender(PartyId, Optional, int)}, of those ship dates only
     */
    List<ExpectedReceipt> ofSender(
            PartyId sender, LocalDate from, LocalDate through, Optional<ShipNoticeId> after, int limit);

    /**
     * @param from first ship date
     * @param through last ship date
     * @param after goes on behind that sender; empty: from the first on
     * @return at most {@code limit} of those that have notices of these ship dates, by number
     */
    List<PartyId> senders(LocalDate from, LocalDate through, Optional<PartyId> after, int limit);

    /** @return by ship date, sender and number those with something still to come that announce one of the lots */
    List<ExpectedReceipt> openOf(Collection<LotKey> lots);

    /** @return by ship date, sender and number those with something still to come that announce a lot of the item */
    List<ExpectedReceipt> openOf(ItemNumber item);

    /** @return by ship date, sender and number those with something still to come that announce something in that logistic unit */
    List<ExpectedReceipt> openIn(Sscc container);
}
