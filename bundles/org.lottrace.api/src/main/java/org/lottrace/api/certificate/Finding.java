package org.lottrace.api.certificate;

import java.util.Objects;
import java.util.Optional;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.quantity.Quantity;

/**
 * Two witnesses contradict each other.
 *
 * @param witness who found it
 * @param ledgerPosition the event it is about; absent when it cannot be told
 * @param lot the lot it is about; absent for a missing event, whose lots the other findings name, and for a record that is not
 *     one lot's
 * @param quantity how much of the lot: the difference, or all that the event moved; absent when nothing moved
 * @param message what does not fit, for people
 */
public record Finding(
        Witness witness,
        Optional<Long> ledgerPosition,
        Optional<LotKey> lot,
        Optional<Quantity> quantity,
        String message) {
    public Finding {
        Objects.requireNonNull(witness);
        Objects.requireNonNull(ledgerPosition);
        Objects.requireNonNull(lot);
        Objects.requireNonNull(quantity);
        Objects.requireNonNull(message);
    }

    /** What a certificate asks; each catches what others cannot. */
    public enum Witness {
        /** The hash of each event over its content and the event before: any change of an event, and which event it was. */
        HASH_CHAIN,
        /** The positions of the ledger have no gaps: a removed event, but not what it said. */
        POSITIONS,
        /** The stock that was kept while events were recorded: lot, place and quantity of a removed or changed movement. */
        STOCK,
        /** No place ever held less than nothing: a removed event whose goods were used later, even if the stock was made to fit. */
        RUNNING_BALANCE,
        /** No place held less than nothing at the time of any event, in whatever order they were recorded: a wrong time. */
        TIME_ORDER,
        /** What went into a transformation equals its edges, and every output has an ingredient: removed or changed edges. */
        EDGES,
        /** The disposition that was kept, and that held and released take turns: removed or changed holds and releases. */
        DISPOSITIONS,
        /** Nobody returns more than was shipped to them: removed shipments. */
        RETURNS,
        /** The journal of the cost: lot, quantity and document of a removed or changed event that moved value. */
        JOURNAL,
        /** A lot is registered when its first event is recorded: a removed first event of a lot without another. */
        REGISTRATION,
        /** Every quantity is in the base unit of the item. */
        UNITS,
        /** The seals of records that no event holds, and what is derived from events: a changed, removed or added row. */
        RECORDS
    }
}
