package org.lottrace.api.movement.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.id.ItemNumber;
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

    /** @return those with something still to come, by ship date and notice */
    List<ExpectedReceipt> open();

    /** @return as {@link #open}, those that announce one of the lots */
    List<ExpectedReceipt> openOf(Collection<LotKey> lots);

    /** @return as {@link #open}, those that announce a lot of the item */
    List<ExpectedReceipt> openOf(ItemNumber item);

    /** @return as {@link #open}, those that announce something in that logistic unit */
    List<ExpectedReceipt> openIn(Sscc container);
}
